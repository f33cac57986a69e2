package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Controllers that are killed (SIGKILL) at random moments while instances are made, changed and
 * deleted, and started again: in the end all is as wanted and nothing is left over.
 *
 * <p>{@code -Dkro4j.crashes=50} says how often; by default a dozen times, to be quick.
 */
@ExtendWith(SharedControlPlane.class)
class CrashTest {
  static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-crash}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtCrash
          spec:
            value: string
            optional: boolean | default=false
            words: '[]string | default=[]'
        resources:
          - id: account
            template:
              apiVersion: v1
              kind: ServiceAccount
              metadata: {name: "${schema.metadata.name}"}
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${account.metadata.name}"}
              data: {value: "${schema.spec.value}"}
          - id: parts
            forEach:
              - word: ${schema.spec.words}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${config.metadata.name}-${word}"}
          - id: service
            includeWhen: ["${schema.spec.optional}"]
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${config.metadata.name}"}
              spec: {ports: [{port: 80}]}
      """;
  private static final String NAMESPACE = "crashes";
  private static final int TIMES = Integer.getInteger("kro4j.crashes", 12);
  private static final int INSTANCES = 4;
  private static final long LONGEST_LIFE = 1200;

  private final Random random = new Random(20_240_601);
  private final Map<String, String> wanted = new TreeMap<>();

  @Test
  void killedAtAnyMomentTheyFinishTheJobLater(ControlPlane controlPlane) throws Exception {
    Scenario scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    scenario.stop();
    Process next = process(controlPlane);
    for (int i = 0; i < TIMES; i++) {
      Process running = begin(next);
      next = process(controlPlane);
      change(scenario, "crash-" + random.nextInt(INSTANCES));
      change(scenario, "crash-" + random.nextInt(INSTANCES));
      assertThat(running.waitFor(random.nextLong(LONGEST_LIFE), TimeUnit.MILLISECONDS)).isFalse();
      running.destroyForcibly().waitFor();
    }
    Process last = begin(next);
    try {
      for (int i = 0; i < INSTANCES; i++) {
        awaitAsWanted(scenario, "crash-" + i);
      }
      assertNothingIsLeftOver(scenario);
    } finally {
      last.destroyForcibly().waitFor();
    }
  }

  /** Makes an instance, changes it, or deletes it. */
  private void change(Scenario scenario, String name) {
    if (wanted.containsKey(name) && random.nextInt(3) == 0) {
      scenario.api().delete(ref(scenario, name));
      wanted.remove(name);
      return;
    }
    if (!wanted.containsKey(name) && scenario.api().get(ref(scenario, name)).ok()) {
      return; // It is still being deleted.
    }
    String words = List.of("[]", "[a]", "[a, b]", "[b, c, d]").get(random.nextInt(4));
    String spec =
        "{value: \"%d\", optional: %s, words: %s}"
            .formatted(random.nextInt(1000), random.nextBoolean(), words);
    scenario.apply(
        """
        apiVersion: rt.example.com/v1alpha1
        kind: RtCrash
        metadata: {name: %s, namespace: crashes}
        spec: %s
        """
            .formatted(name, spec));
    wanted.put(name, spec);
  }

  private void awaitAsWanted(Scenario scenario, String name) {
    String spec = wanted.get(name);
    if (spec == null) {
      scenario.awaitGone(ref(scenario, name));
      return;
    }
    Response instance = scenario.awaitState(ref(scenario, name), "ACTIVE");
    assertThat(scenario.data(name)).isEqualTo(Map.of("value", instance.at("spec", "value")));
  }

  private void assertNothingIsLeftOver(Scenario scenario) {
    TreeSet<String> expected = new TreeSet<>();
    wanted.forEach(
        (name, spec) -> {
          expected.add("ServiceAccount " + name);
          expected.add("ConfigMap " + name);
          if (spec.contains("optional: true")) {
            expected.add("Service " + name);
          }
          for (String word : List.of("a", "b", "c", "d")) {
            if (spec.substring(spec.indexOf("words")).matches(".*[\\[ ]" + word + "[,\\]].*")) {
              expected.add("ConfigMap " + name + "-" + word);
            }
          }
        });
    TreeSet<String> found = new TreeSet<>();
    for (String kind : List.of("ServiceAccount", "ConfigMap", "Service")) {
      Response list = scenario.api().list("v1", kind, NAMESPACE);
      for (Object item : (List<?>) list.at("items")) {
        Object name = ((Map<?, ?>) ((Map<?, ?>) item).get("metadata")).get("name");
        if (name.toString().startsWith("crash-")) {
          found.add(kind + " " + name);
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static Process process(ControlPlane controlPlane) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss16m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingProcess.class.getName(),
            controlPlane.kubeconfigFile().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Process begin(Process process) throws IOException {
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return process;
  }

  private static ObjectRef ref(Scenario scenario, String name) {
    return scenario.ref("rt.example.com/v1alpha1", "RtCrash", name);
  }
}
