package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.graph.ApiType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the objects of a node are ready. {@code readyWhen} reads them as they are in JSON:
 * the single object as the node's id, one object of several as {@code each}, all objects of an
 * external collection as its id.
 */
final class ReadinessCheck {
  private static final Readiness READY = new Readiness.Ready();

  private final PlannedNode node;
  private final EvaluationOptions options;

  ReadinessCheck(PlannedNode node, EvaluationOptions options) {
    this.node = node;
    this.options = options;
  }

  NodeProgress.Observed check(Decision decision, Observation observation) {
    if (decision instanceof Decision.Desired desired) {
      return owned(desired.objects(), observation);
    }
    if (decision instanceof Decision.Lookup lookup) {
      return external(lookup, observation);
    }
    if (decision instanceof Decision.LookupAll lookup) {
      return found(lookup.type(), observation);
    }
    throw new IllegalStateException("node `" + node.id() + "` has nothing to observe: " + decision);
  }

  private NodeProgress.Observed owned(List<DesiredObject> desired, Observation observation) {
    List<@Nullable Map<String, @Nullable Object>> objects = observation.objects();
    if (desired.size() != objects.size()) {
      throw new IllegalArgumentException(
          "node `" + node.id() + "` has " + desired.size() + " objects, not " + objects.size());
    }
    List<Readiness> each = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      String failure = observation.failures().get(i);
      each.add(failure == null ? owned(objects.get(i)) : new Readiness.Failed(failure));
    }
    Readiness readiness =
        desired.size() == 1 && !node.isList()
            ? each.get(0)
            : all(each, desired.stream().map(DesiredObject::identity).toList());
    return new NodeProgress.Observed(present(objects), each, readiness);
  }

  private Readiness owned(@Nullable Map<String, @Nullable Object> object) {
    if (object == null) {
      return new Readiness.NotReady(Readiness.Why.ABSENT, "the object is not there yet");
    }
    if (JsonObjects.metadata(object).get("deletionTimestamp") != null) {
      return new Readiness.NotReady(Readiness.Why.DELETING, "the object is being deleted");
    }
    return readyWhen(Map.of(node.isList() ? Variables.EACH : node.id(), object));
  }

  private NodeProgress.Observed external(Decision.Lookup lookup, Observation observation) {
    List<Map<String, @Nullable Object>> present = present(observation.objects());
    Readiness readiness =
        failure(observation)
            .orElseGet(
                () ->
                    present.isEmpty()
                        ? notFound(lookup)
                        : readyWhen(Map.of(node.id(), present.get(0))));
    return new NodeProgress.Observed(present, List.of(readiness), readiness);
  }

  private Readiness notFound(Decision.Lookup lookup) {
    return new Readiness.NotReady(
        Readiness.Why.ABSENT,
        "waiting for external reference `"
            + node.id()
            + "`: "
            + Identities.of(lookup.type(), lookup.namespace(), lookup.name())
            + " is not found");
  }

  private static Optional<Readiness> failure(Observation observation) {
    return observation.failures().values().stream().findFirst().map(Readiness.Failed::new);
  }

  private NodeProgress.Observed found(ApiType type, Observation observation) {
    List<Map<String, @Nullable Object>> present = present(observation.objects());
    present.sort(
        Comparator.comparing((Map<String, @Nullable Object> object) -> Identities.namespace(object))
            .thenComparing(Identities::name));
    List<Readiness> each = new ArrayList<>();
    List<String> identities = new ArrayList<>();
    for (Map<String, @Nullable Object> object : present) {
      each.add(readyWhen(Map.of(Variables.EACH, object, node.id(), present)));
      identities.add(Identities.of(type, object));
    }
    Readiness readiness =
        failure(observation)
            .orElseGet(() -> each.isEmpty() ? readyWhenEmpty() : all(each, identities));
    return new NodeProgress.Observed(present, each, readiness);
  }

  /** Nothing to go over: only what is said of the list as a whole counts. */
  private Readiness readyWhenEmpty() {
    List<PlannedExpression> ofList =
        node.readyWhen().stream().filter(each -> !each.reads(Variables.EACH)).toList();
    return readyWhen(ofList, Map.of(node.id(), List.of()));
  }

  private Readiness readyWhen(Map<String, ?> variables) {
    return readyWhen(node.readyWhen(), variables);
  }

  /** A condition that fails outweighs those that do not hold yet. */
  private Readiness readyWhen(List<PlannedExpression> conditions, Map<String, ?> variables) {
    Evaluator evaluator = new Evaluator(options, variables);
    Readiness readiness = READY;
    for (PlannedExpression condition : conditions) {
      Readiness next = condition(condition, evaluator.evaluate(condition));
      if (next instanceof Readiness.Failed) {
        return next;
      }
      readiness = readiness instanceof Readiness.Ready ? next : readiness;
    }
    return readiness;
  }

  private Readiness condition(PlannedExpression condition, Evaluation evaluation) {
    String text = "`" + condition.text() + "`";
    if (evaluation instanceof Evaluation.Pending pending) {
      return notYet(
          "`readyWhen` cannot be told yet, as " + Evaluator.explain(pending) + ": " + text);
    }
    if (evaluation instanceof Evaluation.Failed failed) {
      return new Readiness.Failed("`readyWhen`: " + failed.message() + ", in " + text);
    }
    Object value = evaluation instanceof Evaluation.Value result ? result.json() : "omit()";
    if (Boolean.TRUE.equals(value)) {
      return READY;
    }
    boolean unset = value == null && !node.isList();
    return unset || Boolean.FALSE.equals(value)
        ? notYet("`readyWhen` does not hold: " + text)
        : new Readiness.Failed("`readyWhen`: `" + value + "` is not true or false, in " + text);
  }

  private static Readiness notYet(String message) {
    return new Readiness.NotReady(Readiness.Why.CONDITION, message);
  }

  /** The readiness of several objects; one that fails, or that is being deleted, comes first. */
  private static Readiness all(List<Readiness> each, List<String> identities) {
    for (int i = 0; i < each.size(); i++) {
      if (each.get(i) instanceof Readiness.Failed failed) {
        return new Readiness.Failed(identities.get(i) + ": " + failed.message());
      }
    }
    Optional<Readiness.NotReady> first =
        each.stream()
            .map(readiness -> readiness instanceof Readiness.NotReady not ? not : null)
            .filter(Objects::nonNull)
            .min(Comparator.comparing(not -> not.why() != Readiness.Why.DELETING));
    if (first.isEmpty()) {
      return READY;
    }
    long waiting = each.stream().filter(Readiness.NotReady.class::isInstance).count();
    String identity = identities.get(each.indexOf(first.get()));
    return new Readiness.NotReady(
        first.get().why(),
        waiting
            + " of "
            + each.size()
            + " objects are not ready; "
            + identity
            + ": "
            + first.get().message());
  }

  private static List<Map<String, @Nullable Object>> present(
      List<@Nullable Map<String, @Nullable Object>> objects) {
    List<Map<String, @Nullable Object>> present = new ArrayList<>();
    for (Map<String, @Nullable Object> object : objects) {
      if (object != null) {
        present.add(object);
      }
    }
    return present;
  }
}
