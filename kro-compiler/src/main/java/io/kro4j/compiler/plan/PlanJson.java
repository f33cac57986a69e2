package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A plan as plain JSON, for programs; {@code docs/schemas/plan.schema.json} says what is in it.
 * Fields without content are left out, apart from {@code apis}.
 */
public final class PlanJson {
  private static final String FORMAT = "kro4j.io/plan/v1";

  private PlanJson() {}

  /** The plan; {@code format} changes when fields do. */
  public static Map<String, Object> of(Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("base", state(plan.before()));
    json.put("head", state(plan.after()));
    json.put("breaking", (long) plan.unwaived().size());
    json.put("waived", (long) plan.waived().size());
    json.put("apis", plan.apis().stream().map(PlanJson::api).toList());
    return json;
  }

  private static Map<String, Object> state(PlanState.Name name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name.text());
    name.commit().ifPresent(commit -> json.put("commit", commit));
    return json;
  }

  private static Map<String, Object> api(ApiPlan api) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", api.group());
    api.formerGroup().ifPresent(name -> json.put("formerGroup", name));
    json.put("change", api.change().text());
    api.before().ifPresent(type -> json.put("before", type(type)));
    api.after().ifPresent(type -> json.put("after", type(type)));
    api.removal().ifPresent(removal -> json.put("removal", breakage(removal)));
    putUnlessEmpty(json, "crd", list(api.crd(), PlanJson::finding));
    putUnlessEmpty(json, "graph", graph(api.graph()));
    putUnlessEmpty(json, "rights", rights(api.rights()));
    putUnlessEmpty(json, "instances", list(api.instances(), PlanJson::instance));
    if (!api.breakages().isEmpty()) {
      json.put("waiver", waiver(api.waiver()));
    }
    return json;
  }

  private static Map<String, Object> type(ApiType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("apiVersion", type.gvk().apiVersion());
    json.put("kind", type.gvk().kind());
    json.put("plural", type.plural());
    json.put("scope", type.scope().text());
    return json;
  }

  private static Map<String, Object> finding(CrdFinding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", finding.change().path());
    json.put("breaking", finding.breaking());
    json.putAll(breakage(finding.breakage()));
    return json;
  }

  private static Map<String, Object> breakage(Breakage breakage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", breakage.rule());
    json.put("message", breakage.message());
    breakage.place().ifPresent(place -> json.put("place", place(place)));
    breakage.before().ifPresent(place -> json.put("formerPlace", place(place)));
    return json;
  }

  private static Map<String, Object> place(Span span) {
    Position start = span.startPosition();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", span.file().name());
    json.put("line", (long) start.line());
    json.put("column", (long) start.column());
    return json;
  }

  private static Map<String, Object> graph(GraphPlan graph) {
    Map<String, Object> json = new LinkedHashMap<>();
    putUnlessEmpty(json, "added", list(graph.added(), PlanJson::node));
    putUnlessEmpty(json, "removed", list(graph.removed(), PlanJson::node));
    putUnlessEmpty(json, "renamed", list(graph.renamed(), PlanJson::renaming));
    putUnlessEmpty(json, "changed", list(graph.changed(), PlanJson::nodeChange));
    graph.order().ifPresent(order -> json.put("order", ordered(order)));
    putUnlessEmpty(json, "status", list(graph.status(), PlanJson::field));
    putUnlessEmpty(json, "controller", list(graph.settings(), PlanJson::field));
    return json;
  }

  private static Map<String, Object> renaming(GraphPlan.Renaming names) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", names.from());
    json.put("to", names.to());
    return json;
  }

  private static Map<String, Object> ordered(GraphPlan.Reordering order) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", order.before());
    json.put("after", order.after());
    return json;
  }

  private static Map<String, Object> node(GraphPlan.NodeEntry node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.id());
    json.put("apiVersion", node.type().gvk().apiVersion());
    json.put("kind", node.type().gvk().kind());
    return json;
  }

  private static Map<String, Object> nodeChange(GraphPlan.NodeChange node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.id());
    json.put("fields", list(node.fields(), PlanJson::field));
    return json;
  }

  private static Map<String, Object> field(FieldChange field) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", field.path());
    field.before().ifPresent(value -> json.put("before", value));
    field.after().ifPresent(value -> json.put("after", value));
    return json;
  }

  private static Map<String, Object> rights(RightsPlan rights) {
    Map<String, Object> json = new LinkedHashMap<>();
    putUnlessEmpty(json, "gained", list(rights.gained(), PlanJson::right));
    putUnlessEmpty(json, "lost", list(rights.lost(), PlanJson::right));
    putUnlessEmpty(json, "notes", rights.newNotes());
    return json;
  }

  private static Map<String, Object> right(RightsPlan.Right right) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("apiGroup", right.group());
    json.put("resource", right.resource());
    if (!right.name().isEmpty()) {
      json.put("name", right.name());
    }
    json.put("verbs", right.verbs());
    return json;
  }

  private static Map<String, Object> instance(InstancePlan instance) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!instance.namespace().isEmpty()) {
      json.put("namespace", instance.namespace());
    }
    json.put("name", instance.name());
    json.put("change", instance.change().text());
    json.put("place", place(instance.place()));
    putUnlessEmpty(json, "problems", list(instance.problems(), PlanJson::problem));
    putUnlessEmpty(json, "diff", instance.diff());
    return json;
  }

  private static Map<String, Object> problem(InstancePlan.Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rule", problem.rule());
    json.put("message", problem.message());
    json.put("place", place(problem.place()));
    return json;
  }

  private static Map<String, Object> waiver(Waiver waiver) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", waiver.kind().text());
    if (!waiver.text().isEmpty()) {
      json.put("text", waiver.text());
    }
    waiver.place().ifPresent(place -> json.put("place", place(place)));
    return json;
  }

  private static <T> List<Map<String, Object>> list(
      List<T> values, Function<T, Map<String, Object>> writer) {
    return values.stream().map(writer).toList();
  }

  private static void putUnlessEmpty(Map<String, Object> json, String key, List<?> value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> json, String key, Map<?, ?> value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}
