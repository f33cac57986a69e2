package io.kro4j.compiler.suite;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.json.CanonicalJson;
import io.kro4j.compiler.render.Rendering;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.suite.StepResult.Failure;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a step expects with what came of it. */
final class Expectations {
  private static final String EXPECT = "expect";

  private final TestFile.Step step;
  private final List<Failure> failures = new ArrayList<>();

  private Expectations(TestFile.Step step) {
    this.step = step;
  }

  /** What is not as a step expects whose instance was rendered. */
  static List<Failure> of(TestFile.Step step, Rendering rendering) {
    Expectations expectations = new Expectations(step);
    expectations.compare(rendering);
    return expectations.failures;
  }

  /** What is not as a step expects whose instance was refused, or for which nothing was found. */
  static List<Failure> of(TestFile.Step step, List<Diagnostic> found) {
    Expectations expectations = new Expectations(step);
    expectations.compare(found);
    return expectations.failures;
  }

  private void compare(Rendering rendering) {
    Map<String, String> states = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Rendering.RenderedNode node : rendering.nodes()) {
      states.put(node.id(), node.status().state().name());
      reasons.put(node.id(), node.status().message());
    }
    for (YamlValue.Entry entry : step.fields(EXPECT, "nodes")) {
      String id = entry.key().value();
      String expected = String.valueOf(entry.value().toJson());
      String actual = states.getOrDefault(id, "no such node");
      if (!expected.equals(actual)) {
        String reason = reasons.getOrDefault(id, "");
        fail(
            "node " + id,
            expected,
            reason.isEmpty() ? actual : actual + ", " + reason,
            entry.value());
      }
    }
    step.items(EXPECT, "manifests").forEach(object -> find(object, rendering.manifests()));
    step.get(EXPECT, "pruned").ifPresent(list -> comparePruned(list, rendering.pruned()));
    Map<String, Object> status = PlainJson.object(rendering.instance().get("status"));
    step.get(EXPECT, "status")
        .ifPresent(expected -> failures.addAll(PartialMatch.failures("status", expected, status)));
    compareConditions(status);
  }

  private void compareConditions(Map<String, Object> status) {
    Map<String, Map<String, Object>> conditions = new LinkedHashMap<>();
    for (Object each : PlainJson.list(status.get("conditions"))) {
      Map<String, Object> condition = PlainJson.object(each);
      conditions.put(String.valueOf(condition.get("type")), condition);
    }
    for (YamlValue.Entry entry : step.fields(EXPECT, "conditions")) {
      Map<String, Object> condition = conditions.getOrDefault(entry.key().value(), Map.of());
      Object actual = condition.get("status");
      if (!String.valueOf(entry.value().toJson()).equals(actual)) {
        String shown =
            actual == null
                ? "no such condition; there are " + String.join(", ", conditions.keySet())
                : actual
                    + PlainJson.text(condition.get("message")).map(why -> ", " + why).orElse("");
        String name = "condition " + entry.key().value();
        fail(name, String.valueOf(entry.value().toJson()), shown, entry.value());
      }
    }
  }

  /** The object of the same type and name is the one that is meant. */
  private void find(YamlValue expected, List<Map<String, @Nullable Object>> objects) {
    Optional<Map<String, @Nullable Object>> found =
        objects.stream().filter(object -> isMeant(expected, object)).findFirst();
    String name = name(PlainJson.object(expected.toJson()));
    if (found.isEmpty()) {
      fail("manifests", name, names(objects), expected);
    } else {
      failures.addAll(PartialMatch.failures(name, expected, found.get()));
    }
  }

  private void comparePruned(YamlValue expected, List<Map<String, @Nullable Object>> pruned) {
    if (expected instanceof YamlValue.Sequence list) {
      list.items().forEach(object -> find(object, pruned));
      if (list.items().size() < pruned.size()) {
        fail("pruned", list.items().size() + " objects", names(pruned), expected);
      }
    }
  }

  private static boolean isMeant(
      YamlValue expected, Map<String, ? extends @Nullable Object> object) {
    Map<String, Object> wanted = PlainJson.object(expected.toJson());
    return isSame(wanted.get("apiVersion"), object.get("apiVersion"))
        && isSame(wanted.get("kind"), object.get("kind"))
        && isSame(at(wanted, "namespace"), at(object, "namespace"))
        && isSame(at(wanted, "name"), at(object, "name"));
  }

  private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
    return expected == null || expected.equals(actual);
  }

  private static @Nullable Object at(Map<String, ? extends @Nullable Object> object, String field) {
    return PlainJson.at(object, "metadata", field);
  }

  private static String name(Map<String, ? extends @Nullable Object> object) {
    Object kind = object.get("kind");
    Object name = at(object, "name");
    return (kind == null ? "object" : kind) + (name == null ? "" : " " + name);
  }

  private static String names(List<Map<String, @Nullable Object>> objects) {
    return objects.isEmpty()
        ? "no object"
        : objects.stream().map(Expectations::name).collect(Collectors.joining(", "));
  }

  private void compare(List<Diagnostic> found) {
    List<Diagnostic> left = new ArrayList<>(found);
    for (YamlValue each : step.items(EXPECT, "diagnostics")) {
      Map<String, Object> expected = PlainJson.object(each.toJson());
      Optional<Diagnostic> match = left.stream().filter(d -> isMeant(expected, d)).findFirst();
      if (match.isPresent()) {
        left.remove(match.get());
      } else {
        fail("diagnostics", CanonicalJson.write(expected), shown(found), each);
      }
    }
    if (!left.isEmpty()) {
      YamlValue place = step.get(EXPECT, "diagnostics").orElse(step.object());
      String expected = step.get(EXPECT, "diagnostics").isPresent() ? "no other" : "none";
      fail("diagnostics", expected, shown(left), place);
    }
  }

  private static boolean isMeant(Map<String, Object> expected, Diagnostic diagnostic) {
    return diagnostic.id().code().equals(expected.get("id"))
        && PlainJson.text(expected.get("field"))
            .map(field -> diagnostic.message().contains("`" + field + "`"))
            .orElse(true)
        && PlainJson.text(expected.get("message")).map(diagnostic.message()::contains).orElse(true);
  }

  private static String shown(List<Diagnostic> found) {
    return found.isEmpty()
        ? "none"
        : found.stream()
            .map(diagnostic -> diagnostic.id().code() + ": " + diagnostic.message())
            .collect(Collectors.joining("; "));
  }

  private void fail(String what, String expected, String actual, YamlValue place) {
    failures.add(
        new Failure(
            what,
            expected,
            actual,
            place instanceof YamlValue.Mapping object ? object.start() : place.span()));
  }
}
