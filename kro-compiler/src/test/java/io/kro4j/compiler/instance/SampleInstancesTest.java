package io.kro4j.compiler.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.samples.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every instance of the samples in a cluster where everything goes well: its objects, in the order
 * they are applied, and its status. {@code -Dkro.overwrite=true} rewrites what is expected, and
 * fails.
 */
class SampleInstancesTest {
  private static final Path GOLDENS =
      Path.of("src/test/resources/io/kro4j/compiler/instance/samples");

  @TestFactory
  Stream<DynamicTest> become() {
    Compilation compilation = Sample.compileAll();
    return Sample.all().stream()
        .flatMap(
            sample ->
                sample.instances().stream()
                    .filter(Sample.Instance::isValid)
                    .map(instance -> test(compilation, sample, instance)));
  }

  @Test
  void areAllThereIs() throws IOException {
    Set<String> instances = new TreeSet<>();
    for (Sample sample : Sample.all()) {
      sample.instances().stream()
          .filter(Sample.Instance::isValid)
          .forEach(instance -> instances.add(sample.name() + "/" + instance.name()));
    }
    try (Stream<Path> goldens = Files.walk(GOLDENS)) {
      assertThat(
              goldens
                  .filter(Files::isRegularFile)
                  .map(file -> GOLDENS.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(instances);
    }
  }

  private static DynamicTest test(
      Compilation compilation, Sample sample, Sample.Instance instance) {
    Path golden = GOLDENS.resolve(sample.name()).resolve(instance.name());
    return dynamicTest(
        sample.name() + "/" + instance.name(),
        () -> {
          CompiledGroup group = compilation.group(sample.name()).orElseThrow();
          String actual = YamlWriter.write(evaluate(group, instance));
          if (Boolean.getBoolean("kro.overwrite")) {
            write(golden, actual);
          }
          assertThat(actual).isEqualTo(read(golden));
          assertThat(Boolean.getBoolean("kro.overwrite")).as("overwritten").isFalse();
        });
  }

  private static Map<String, Object> evaluate(CompiledGroup group, Sample.Instance instance) {
    Map<String, Object> object = Defaults.apply(group.crd(), TestGraph.json(instance.text()));
    Map<String, @Nullable Object> metadata = JsonObjects.metadata(object);
    InstanceEvaluation pass =
        TestGraph.plan(group.graph())
            .evaluate(
                metadata.containsKey("namespace")
                    ? object
                    : JsonObjects.with(
                        object, "metadata", JsonObjects.with(metadata, "namespace", "default")),
                EvaluationOptions.DEFAULT);
    List<Object> objects = new ArrayList<>();
    for (String node : TestGraph.plan(group.graph()).nodes().keySet()) {
      Decision decision = pass.decide(node);
      if (decision instanceof Decision.Desired desired) {
        desired.objects().forEach(each -> objects.add(each.json()));
      }
      boolean carriedOut =
          decision instanceof Decision.Desired
              || decision instanceof Decision.Lookup
              || decision instanceof Decision.LookupAll;
      if (carriedOut) {
        pass.observe(node, SimulatedCluster.carryOut(decision));
      }
    }
    return outcome(pass, objects);
  }

  private static Map<String, Object> outcome(InstanceEvaluation pass, List<Object> objects) {
    Map<String, Object> states = new LinkedHashMap<>();
    for (NodeStatus node : pass.states()) {
      String message = node.message().isEmpty() ? "" : ": " + node.message();
      states.put(node.id(), node.state() + message);
    }
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("states", states);
    outcome.put("status", pass.status().fields());
    outcome.put(
        "dropped",
        pass.status().dropped().stream().map(each -> each.path() + ": " + each.message()).toList());
    outcome.put("objects", objects);
    return outcome;
  }

  private static String read(Path golden) throws IOException {
    return Files.exists(golden) ? Files.readString(golden) : "";
  }

  private static void write(Path golden, String text) {
    try {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
