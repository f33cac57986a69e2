package io.kro4j.maven.reference;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.crd.GeneratedCrd;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.render.DummyInstance;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.maven.diagram.Diagram;
import io.kro4j.maven.diagram.Mermaid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference of one API as Markdown, for those who write instances of it. */
public final class ApiPage {
  private static final String EVERY_STATUS =
      """
      As of every kind that a group defines: `status.state` (`IN_PROGRESS`, `ACTIVE`, `ERROR`, `DELETING`),
      `status.conditions` with `Ready`, and `status.resources`, which names each object and what it waits for.
      """;

  private final StringBuilder page = new StringBuilder();
  private final CompiledGroup group;

  private ApiPage(CompiledGroup group) {
    this.group = group;
  }

  /**
   * The page.
   *
   * @param group the group that defines the API
   * @param rights what the controller may do, each in words
   */
  public static String of(CompiledGroup group, List<String> rights) {
    ApiPage api = new ApiPage(group);
    api.head();
    api.section("Example", "```yaml\n" + api.example() + "```\n");
    api.section("Fields", FieldTable.ofInput("spec", api.schema("spec")));
    api.section("Status", api.status());
    api.graph();
    api.section(
        "Rights of the controller",
        rights.stream().map(right -> "- " + right + "\n").collect(Collectors.joining()));
    return api.page.toString();
  }

  private void head() {
    GeneratedCrd crd = group.crd();
    line("# " + crd.kind());
    line("");
    line("| | |");
    line("|---|---|");
    line("| API version | `" + crd.group() + "/" + crd.version() + "` |");
    line("| scope | " + (crd.scope() == Scope.NAMESPACED ? "a namespace" : "the cluster") + " |");
    line("| with `kubectl` | " + names() + " |");
    line("| defined by | group `" + group.name() + "` |");
  }

  /** What {@code kubectl get} takes. */
  private String names() {
    Map<?, ?> spec = at(group.crd().json(), "spec");
    List<?> shortNames =
        at(spec, "names").get("shortNames") instanceof List<?> names ? names : List.of();
    StringBuilder names = new StringBuilder("`" + group.crd().plural() + "`");
    shortNames.forEach(name -> names.append(", `").append(name).append('`'));
    return names.toString();
  }

  /** The least that users write. */
  private String example() {
    return YamlWriter.write(
        DummyInstance.of(InstanceApi.of(group.graph().api(), group.crd().json())));
  }

  private Map<?, ?> schema(String property) {
    Map<?, ?> spec = at(group.crd().json(), "spec");
    List<?> versions = spec.get("versions") instanceof List<?> list ? list : List.of();
    Map<?, ?> version = versions.get(0) instanceof Map<?, ?> first ? first : Map.of();
    return at(at(at(at(version, "schema"), "openAPIV3Schema"), "properties"), property);
  }

  /** What only this kind has; the rest is the same for all kinds. */
  private String status() {
    Map<?, ?> properties = at(schema("status"), "properties");
    Map<Object, Object> own = new TreeMap<>(properties);
    own.keySet().retainAll(group.graph().status().fields().keySet());
    String table = FieldTable.ofOutput("status", Map.of("properties", own));
    return (table.isEmpty() ? "" : table + "\n") + EVERY_STATUS;
  }

  private void graph() {
    line("");
    line("## What an instance becomes");
    line("");
    line("```mermaid");
    page.append(Mermaid.of(Diagram.of(group.graph())));
    line("```");
    if (!group.graph().nodes().isEmpty()) {
      line("");
      line("| node | objects | when | ready |");
      line("|---|---|---|---|");
      group.graph().nodes().forEach(this::node);
    }
  }

  private void node(Node node) {
    String kind = "`" + node.type().gvk().apiVersion() + "` " + node.type().gvk().kind();
    String what = (node.isOwned() ? "" : "reads ") + kind + (node.isList() ? ", any number" : "");
    line(
        "| `"
            + node.id()
            + "` | "
            + what
            + " | "
            + all(node.core().includeWhen(), "always")
            + " | "
            + all(node.core().readyWhen(), "once it is there")
            + " |");
  }

  private static String all(List<GraphExpression> conditions, String otherwise) {
    return conditions.isEmpty()
        ? otherwise
        : conditions.stream()
            .map(GraphExpression::text)
            .map(text -> "`" + text.strip().replace("\n", " ").replace("|", "\\|") + "`")
            .collect(Collectors.joining(" and "));
  }

  private void section(String title, String content) {
    if (!content.isEmpty()) {
      line("");
      line("## " + title);
      line("");
      page.append(content);
    }
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static Map<?, ?> at(Map<?, ?> object, String field) {
    return object.get(field) instanceof Map<?, ?> value ? value : Map.of();
  }
}
