package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.api.ApiTypes;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.main.flags.Flag;
import io.kro4j.runtime.main.flags.FlagParser;
import io.kro4j.runtime.main.flags.FlagValues;
import io.kro4j.runtime.main.flags.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Path COMPILED_GRAPHS =
      Path.of(
          "..",
          "kro-compiler",
          "src/main/resources/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml");

  /** Only for a process outside the cluster. */
  private static final Set<Flag<?>> NOT_IN_A_POD = Set.of(Flags.KUBECONFIG, Flags.CONTEXT);

  @Test
  void helmHasNothingToSayAgainstIt() throws Exception {
    Helm.Result lint = Helm.lint();

    assertThat(lint.exit()).as(lint.output()).isZero();
  }

  @Test
  void defaultsAreThoseOfTheProgramButForTheElection() throws Exception {
    FlagValues values = parse(arguments(Helm.objects(Helm.render())));
    FlagValues defaults = parse(List.of());

    Set<Flag<?>> different = new TreeSet<>((one, other) -> one.name().compareTo(other.name()));
    Flags.ALL.stream()
        .filter(flag -> !values.get(flag).equals(defaults.get(flag)))
        .forEach(different::add);
    assertThat(different).containsExactly(Flags.LEADER_ELECT, Flags.ELECTION_NAMESPACE);
    assertThat(values.get(Flags.ELECTION_NAMESPACE)).isEqualTo(Helm.NAMESPACE);
  }

  @Test
  void eachFlagCanBeSetByAValue() throws Exception {
    FlagValues values =
        parse(arguments(Helm.objects(Helm.render("--values", Helm.ALL_ON.toString()))));
    FlagValues defaults = parse(List.of());

    List<Flag<?>> expected = new ArrayList<>(Flags.ALL);
    expected.removeAll(NOT_IN_A_POD);
    // The last one is set by a further argument, which comes after the one of its value.
    expected.remove(Flags.LOG_DEVELOPMENT);
    assertThat(expected)
        .allSatisfy(
            flag -> assertThat(values.get(flag)).as(flag.name()).isNotEqualTo(defaults.get(flag)));
    assertThat(values.get(Flags.RESYNC)).isEqualTo(10_000_000);
    assertThat(values.get(Flags.CLIENT_BURST)).isEqualTo(3_000_000);
    assertThat(values.get(Flags.LOG_DEVELOPMENT)).isFalse();
  }

  @Test
  void probesGoToThePortOfProbesAndMetricsToThatOfMetrics() throws Exception {
    List<Map<String, Object>> objects =
        Helm.objects(Helm.render("--values", Helm.ALL_ON.toString()));
    Object container = container(objects);

    assertThat(Helm.at(container, "ports", 0, "containerPort")).isEqualTo(9078L);
    assertThat(Helm.at(container, "ports", 1, "containerPort")).isEqualTo(9079L);
    assertThat(Helm.at(container, "livenessProbe", "httpGet", "port")).isEqualTo("health");
    assertThat(Helm.at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/readyz");
    assertThat(Helm.at(Helm.only(objects, "Service"), "spec", "ports", 0, "targetPort"))
        .isEqualTo("metrics");
  }

  @Test
  void theContainerMayDoLittle() throws Exception {
    Object context = Helm.at(container(Helm.objects(Helm.render())), "securityContext");

    assertThat(Helm.at(context, "runAsNonRoot")).isEqualTo(true);
    assertThat(Helm.at(context, "readOnlyRootFilesystem")).isEqualTo(true);
    assertThat(Helm.at(context, "allowPrivilegeEscalation")).isEqualTo(false);
    assertThat(Helm.at(context, "capabilities", "drop")).isEqualTo(List.of("ALL"));
  }

  @Test
  void rightsAreThoseOfLabelledRolesUnlessSaidOtherwise() throws Exception {
    Map<String, Object> aggregated = role("kro4j:controller");
    Map<String, Object> own = role("kro4j:controller:static");
    Map<String, Object> all = role("kro4j:controller", "--set", "rbac.mode=unrestricted");

    assertThat(Helm.at(aggregated, "aggregationRule", "clusterRoleSelectors", 0, "matchLabels"))
        .isEqualTo(Map.of("rbac.kro.run/aggregate-to-controller", "true"));
    assertThat(Helm.at(own, "metadata", "labels", "rbac.kro.run/aggregate-to-controller"))
        .isEqualTo("true");
    assertThat(own.toString()).contains("verbs=[patch]").doesNotContain("[*]", "escalate", "bind");
    assertThat(Helm.at(all, "rules", 0, "verbs")).isEqualTo(List.of("*"));
  }

  @Test
  void crdsAreDeletedOnlyIfThatIsAllowed() throws Exception {
    assertThat(verbs(role("kro4j:controller:static"), "customresourcedefinitions"))
        .doesNotContain("delete");
    assertThat(
            verbs(
                role("kro4j:controller:static", "--set", "config.allowCRDDeletion=true"),
                "customresourcedefinitions"))
        .contains("delete");
  }

  @Test
  void aModeThatThereIsNotIsRefused() throws Exception {
    Helm.Result result = Helm.template("--set", "rbac.mode=some");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("rbac");
  }

  @Test
  void aMisspelledSettingIsRefused() throws Exception {
    Helm.Result result = Helm.template("--set", "config.clientQqs=5");

    assertThat(result.exit()).isNotZero();
    assertThat(result.output()).contains("clientQqs");
  }

  @Test
  void settingsOfUpstreamThatHaveNoMeaningHereAreAccepted() throws Exception {
    Helm.render(
        "--set", "config.enableControllerWarmup=true,debug.pprof.enabled=true,image.ko=false");
  }

  @Test
  void crdsAreThoseOfTheCompiler() throws IOException {
    List<SourceFile> crds = new ArrayList<>(ApiTypes.crds());
    crds.add(
        SourceFile.of(COMPILED_GRAPHS.getFileName().toString(), Files.readString(COMPILED_GRAPHS)));

    try (Stream<Path> files = Files.list(Helm.CHART.resolve("crds"))) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(crds.stream().map(SourceFile::name).collect(Collectors.toSet()));
    }
    for (SourceFile crd : crds) {
      assertThat(Helm.CHART.resolve("crds").resolve(crd.name())).hasContent(crd.text());
    }
  }

  private static Map<String, Object> role(String name, String... options) throws Exception {
    return Helm.objects(Helm.render(options)).stream()
        .filter(object -> "ClusterRole".equals(object.get("kind")))
        .filter(object -> name.equals(Helm.at(object, "metadata", "name")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> verbs(Map<String, Object> role, String resource) {
    return ((List<?>) role.get("rules"))
        .stream()
            .map(rule -> (Map<?, ?>) rule)
            .filter(rule -> rule.get("resources") instanceof List<?> all && all.contains(resource))
            .map(rule -> ((List<?>) rule.get("verbs")).stream().map(String::valueOf).toList())
            .findFirst()
            .orElseThrow();
  }

  private static Object container(List<Map<String, Object>> objects) {
    return Helm.at(Helm.only(objects, "Deployment"), "spec", "template", "spec", "containers", 0);
  }

  private static List<String> arguments(List<Map<String, Object>> objects) {
    return ((List<?>) Helm.at(container(objects), "args")).stream().map(String::valueOf).toList();
  }

  private static FlagValues parse(List<String> arguments) throws Exception {
    FlagParser.Command command = new FlagParser("kro-runtime", "1.2.3").parse(arguments, Map.of());
    return ((FlagParser.Command.Run) command).values();
  }
}
