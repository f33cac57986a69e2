package io.kro4j.compiler.robustness;

import static io.kro4j.compiler.robustness.HostileInput.configMap;
import static io.kro4j.compiler.robustness.HostileInput.fill;
import static io.kro4j.compiler.robustness.HostileInput.group;
import static io.kro4j.compiler.robustness.HostileInput.number;

import java.util.List;

/** Groups with very many parts, parts that all use each other, and types that hold themselves. */
final class HostileGroups {
  private static final String NAME = "      name: string";
  private static final String NOTHING = "      {}";
  private static final String PROPS = "crd.spec.versions[0].schema.openAPIV3Schema";

  private HostileGroups() {}

  static List<HostileInput> all(int length) {
    return List.of(
        resources("resources", number(i -> configMap("r" + i, "a: b"), "", length)),
        resources("resources in a chain", number(HostileGroups::link, "", length)),
        resources("resources in a circle", circle(length)),
        resources("resources that use each other", mesh(length)),
        resources("resources of one id", fill(configMap("same", "a: b"), length)),
        resources("resources that render one object", fill(constant(0), length)),
        resources("resources of unknown types", number(HostileGroups::unknown, "", length)),
        resources("resources without anything", fill("    - {}\n", length)),
        resources(
            "expressions",
            configMap("a", number(i -> "k" + i + ": ${schema.spec.name}", "\n", length))),
        resources(
            "wrong expressions",
            configMap("a", number(i -> "k" + i + ": ${schema.spec.nme}", "\n", length))),
        resources(
            "wrong names",
            configMap("a", number(i -> "k" + i + ": ${shcema.spec.name}", "\n", length))),
        resources(
            "unguarded fields",
            configMap(
                "a",
                number(i -> "k" + i + ": ${schema.metadata.labels.k" + i + "}", "\n", length))),
        resources(
            "wrong names of many resources",
            number(i -> configMap("thisIsALongNameThatIsGoodToMeasure" + i, "a: b"), "", length / 2)
                + configMap(
                    "a",
                    number(
                        i -> "k" + i + ": ${thisIsALongNomeThotIsGoodTwoMeesureX" + i + "}",
                        "\n",
                        length / 2))),
        new HostileInput(
            "group: wrong fields of many",
            group(
                NAME
                    + "\n"
                    + number(i -> "thisIsALongName" + i + ": string", "\n", length / 2).indent(6),
                NOTHING,
                configMap(
                    "a",
                    number(
                        i -> "k" + i + ": ${schema.spec.thisIzALungNume" + i + "}",
                        "\n",
                        length / 2)))),
        resources(
            "large sums",
            configMap(
                "a",
                number(i -> "k" + i + ": ${([]" + fill("+[]", 1400) + ").size()}", "\n", length))),
        resources(
            "large conditions",
            configMap(
                "a",
                number(
                    i -> "k" + i + ": ${" + fill("has(schema.spec.name)&&", 4000) + "true}",
                    "\n",
                    length))),
        resources(
            "large lists",
            configMap(
                "a",
                number(i -> "k" + i + ": ${[[]" + fill(",[]", 2900) + "].size()}", "\n", length))),
        resources("resources that all use each other", clique(length)),
        resources("unknown fields", deployment(number(i -> "field" + i + ": v", "\n", length))),
        resources(
            "containers",
            deployment(
                "template:\n  spec:\n    containers:\n"
                    + fill(
                        "    - {name: a, image: '${schema.spec.name}', ports: [{containerPort: 80}]}\n",
                        length))),
        resources(
            "values of wrong types",
            deployment(
                "template:\n  spec:\n    containers:\n"
                    + fill("    - {name: 1, image: [], ports: {a: b}}\n", length))),
        resources("conditions", conditions("readyWhen", length)),
        resources("conditions to include", conditions("includeWhen", length)),
        resources(
            "dimensions", dimensions(number(i -> "      - d" + i + ": ${[1]}\n", "", length))),
        resources(
            "dimensions over dimensions",
            dimensions(number(i -> "      - d" + i + ": ${d" + (i + 1) + "}\n", "", length))),
        status("status fields", number(i -> "s" + i + ": ${map.metadata.name}", "\n", length)),
        status(
            "status of a type that holds itself", "a: ${crd.spec}\nb: ${crd}\nc: ${" + PROPS + "}"),
        status(
            "deep path of a type that holds itself",
            "a: ${" + PROPS + fill(".items.schema", Math.min(length, 4000)) + ".type}"),
        status(
            "comparison of a type that holds itself", "a: ${" + PROPS + " == " + PROPS + ".not}"),
        status(
            "lists of a type that holds itself",
            "a: ${[" + fill(PROPS + ",", length / 8) + PROPS + ".not]}"),
        new HostileInput("groups: groups", number(HostileGroups::small, "", length)),
        new HostileInput("groups: groups of one name", fill(small(1), length)),
        new HostileInput("groups: groups in a chain", number(HostileGroups::using, "", length)),
        new HostileInput(
            "groups: groups that are nothing",
            fill("---\napiVersion: kro.run/v1alpha1\nkind: ResourceGroup\n", length)),
        new HostileInput(
            "groups: kinds nearly right",
            fill("---\napiVersion: kro.run/v1alpha1\nkind: resourcegroup\n", length)));
  }

  private static HostileInput resources(String name, String resources) {
    return new HostileInput("group: " + name, group(NAME, NOTHING, resources));
  }

  private static HostileInput status(String name, String status) {
    String resources =
        configMap("map", "a: b")
            + """
                - id: crd
                  externalRef:
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: a.b.c}
            """;
    return new HostileInput("group: " + name, group(NAME, status.indent(6), resources));
  }

  private static String link(int i) {
    return configMap("r" + i, i == 0 ? "a: b" : "a: ${r" + (i - 1) + ".metadata.name}");
  }

  private static String circle(int length) {
    return configMap("r0", "a: ${r1.metadata.name}\nb: ${last.metadata.name}")
        + number(i -> i == 0 ? "" : link(i), "", length)
        + configMap("last", "a: ${r1.metadata.name}\nb: ${last.data.a}")
        + configMap("r1", "a: ${r0.metadata.name}");
  }

  /** Each uses all before it, so that half of the characters are expressions. */
  private static String mesh(int length) {
    StringBuilder text = new StringBuilder();
    StringBuilder names = new StringBuilder("a: \"${schema.spec.name");
    for (int i = 0; text.length() < length; i++) {
      text.append(configMap("r" + i, names + "}\""));
      names.append(" + r").append(i).append(".metadata.name");
    }
    return text.toString();
  }

  /** Each uses all, so that very many circles go through each. */
  private static String clique(int length) {
    int count = (int) Math.sqrt(length / 25.0);
    String names = number(i -> "r" + i + ".metadata.name", " + ", count * 22);
    return number(i -> configMap("r" + i, "a: ${" + names + "}"), "", length);
  }

  private static String constant(int i) {
    return configMap("c" + i, "a: b").replace("${schema.spec.name}", "fixed");
  }

  private static String unknown(int i) {
    return """
            - id: u%d
              template: {apiVersion: v1, kind: ConfigMop%d, metadata: {name: a}}
        """
        .formatted(i, i);
  }

  private static String deployment(String spec) {
    return """
            - id: app
              template:
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
        %s
        """
        .formatted(spec.indent(10).stripTrailing());
  }

  private static String conditions(String keyword, int length) {
    String condition =
        keyword.equals("readyWhen")
            ? "      - ${a.metadata.name == 'a'}\n"
            : "      - ${schema.spec.name == 'a'}\n";
    return configMap("a", "a: b") + "      " + keyword + ":\n" + fill(condition, length);
  }

  private static String dimensions(String dimensions) {
    return configMap("a", "a: b") + "      forEach:\n" + dimensions;
  }

  private static String small(int i) {
    return "---\n"
        + group(NAME, NOTHING, configMap("map", "a: ${schema.spec.name}"))
            .replace("hostile", "hostile" + i)
            .replace("Hostile", "Hostile" + i);
  }

  /** A group that makes an instance of the one before it. */
  private static String using(int i) {
    return small(i)
        + """
            - id: before
              template:
                apiVersion: kro.run/v1alpha1
                kind: Hostile%d
                metadata: {name: a}
                spec: {name: "${schema.spec.name}"}
        """
            .formatted(i - 1);
  }
}
