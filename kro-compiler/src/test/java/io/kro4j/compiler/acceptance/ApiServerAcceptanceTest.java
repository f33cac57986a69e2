package io.kro4j.compiler.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the compiler accepts, a real API server accepts too: everything that comes out of the
 * fixtures and the samples, exactly as it is written and without a warning. And its CRDs take and
 * refuse the samples' instances as the names of those say.
 */
@ExtendWith(SharedControlPlane.class)
class ApiServerAcceptanceTest {
  private static final String MANAGER = "acceptance";
  private static final Path COMPILED_GRAPH =
      Path.of("src/main/resources/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml");

  @TempDir Path folder;

  private ApiServer api;
  private Kubectl kubectl;

  @BeforeEach
  void install(ControlPlane controlPlane) throws Exception {
    api = controlPlane.api();
    kubectl = new Kubectl(controlPlane, folder);
    api.establish(Files.readString(COMPILED_GRAPH), MANAGER);
  }

  @TestFactory
  Stream<DynamicNode> fixtures() {
    return Emitted.byFixtures()
        .map(emitted -> dynamicContainer(emitted.name(), whileInstalled(emitted, List.of())));
  }

  @TestFactory
  Stream<DynamicNode> samples() {
    Emitted emitted = Emitted.bySamples();
    List<DynamicNode> inside = new ArrayList<>();
    for (Sample sample : Sample.all()) {
      sample.crds().forEach(crd -> api.establish(crd.text(), MANAGER));
      inside.add(dynamicContainer(sample.name(), sample.instances().stream().map(this::instance)));
    }
    emitted.groups().forEach(group -> inside.add(literals(group)));
    return whileInstalled(emitted, inside);
  }

  private Stream<DynamicNode> whileInstalled(Emitted emitted, List<DynamicNode> inside) {
    Installation installation = new Installation(api, emitted.manifests());
    Stream<DynamicNode> before =
        Stream.of(
            dynamicTest("removed if there", installation::remove),
            dynamicTest("taken by kubectl", () -> assertTakenByKubectl(emitted)),
            dynamicTest("taken", installation::install),
            dynamicTest("unaltered", installation::assertUnaltered),
            dynamicTest("taken again", installation::assertAppliedAgainWithoutChange));
    Stream<DynamicNode> after = Stream.of(dynamicTest("removed", installation::remove));
    return Stream.of(before, inside.stream(), after).flatMap(Function.identity());
  }

  private void assertTakenByKubectl(Emitted emitted) throws Exception {
    String written = emitted.write(folder).toString();
    String built = kubectl.run("kustomize", written);
    assertThat(byRef(Manifest.read(built))).isEqualTo(byRef(emitted.manifests()));
    String taken = kubectl.run("apply", "--server-side", "--dry-run=server", "-k", written);
    assertThat(taken.lines()).hasSameSizeAs(emitted.manifests());
  }

  private static Map<ObjectRef, Map<String, Object>> byRef(List<Manifest> manifests) {
    return manifests.stream().collect(Collectors.toMap(Manifest::ref, Manifest::json));
  }

  private DynamicNode instance(Sample.Instance instance) {
    return dynamicTest(
        instance.name(),
        () -> {
          Response response = api.dryRun(instance.text(), MANAGER);
          if (instance.isValid()) {
            assertThat(response.ok()).as(response.toString()).isTrue();
            assertThat(response.warnings()).isEmpty();
          } else {
            assertThat(response.ok()).isFalse();
            assertThat(response.at("message")).asString().contains(instance.rejection());
          }
        });
  }

  private DynamicNode literals(CompiledGroup group) {
    return dynamicContainer(
        "templates of " + group.name(),
        group.graph().nodes().stream()
            .flatMap(
                node ->
                    LiteralTemplate.of(node).stream()
                        .map(
                            template ->
                                dynamicTest(node.id(), () -> assertLiteralsTaken(template)))));
  }

  private void assertLiteralsTaken(LiteralTemplate template) {
    Response response = api.dryRun(YamlWriter.write(template.object()), MANAGER);
    assertThat(response.warnings()).isEmpty();
    if (!response.ok()) {
      assertThat(response.at("details", "causes"))
          .as(response.toString())
          .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
          .isNotEmpty()
          .allMatch(template::explains);
    }
  }
}
