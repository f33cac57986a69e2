package io.kro4j.compiler.instance.status;

import io.kro4j.compiler.crd.StatusSchema;
import io.kro4j.compiler.instance.AuthorConditions;
import io.kro4j.compiler.instance.ConditionInputs;
import io.kro4j.compiler.instance.InstanceEvaluation;
import io.kro4j.compiler.instance.NodeStatus;
import io.kro4j.compiler.instance.NodeStatus.State;
import io.kro4j.compiler.instance.ObjectStatus;
import io.kro4j.compiler.instance.StatusFields;
import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The status of an instance after a pass. {@code state} is {@code ACTIVE} exactly if {@code Ready}
 * is true. Next to upstream's conditions stand those that kstatus knows, and only while they are
 * true: {@code Reconciling} while something is awaited, {@code Stalled} while something has to be
 * mended.
 */
public final class InstanceStatus {
  private static final String READY = "Ready";
  private static final String MANAGED = "InstanceManaged";
  private static final String RESOLVED = "GraphResolved";
  private static final String RESOURCES = "ResourcesReady";
  private static final String RECONCILING = "Reconciling";
  private static final String STALLED = "Stalled";
  private static final int MAX_NAMED = 5;

  private final Map<String, Object> before;
  private final long generation;
  private final Set<String> authorFields;
  private final String now;
  private final ConditionSet conditions;

  /**
   * The status of one instance.
   *
   * @param instance the instance in the cluster
   * @param authorFields the status fields that the author declares, at the top level
   * @param now the time in RFC 3339
   */
  public InstanceStatus(Map<String, Object> instance, Set<String> authorFields, String now) {
    this.before = PlainJson.object(instance.get("status"));
    this.generation =
        PlainJson.at(instance, "metadata", "generation") instanceof Number number
            ? number.longValue()
            : 0;
    this.authorFields = authorFields;
    this.now = now;
    this.conditions =
        new ConditionSet(
            READY,
            List.of(MANAGED, RESOLVED, RESOURCES),
            Condition.listOf(before),
            generation,
            now);
  }

  /** The whole status to be written, as plain JSON. */
  public Map<String, Object> after(PassFindings findings) {
    setConditions(findings);
    List<Map<String, Object>> builtIn =
        conditions.list().stream().map(Condition::json).collect(Collectors.toList());
    InstanceEvaluation evaluation = findings.evaluation();
    return evaluation == null ? kept(findings, builtIn) : evaluated(findings, evaluation, builtIn);
  }

  /** The status of a pass that did not look at the nodes: the old one with news. */
  private Map<String, Object> kept(PassFindings findings, List<Map<String, Object>> builtIn) {
    Map<String, Object> status = new LinkedHashMap<>(before);
    status.put(StatusSchema.STATE, state(findings));
    if (!hasAuthorConditions()) {
      status.put(StatusSchema.CONDITIONS, withKstatus(findings, builtIn, List.of()));
    } else if (findings.deleting() != null) {
      status.put(StatusSchema.CONDITIONS, overlaid());
    }
    putOwn(status, StatusSchema.OBSERVED_GENERATION, generation);
    return status;
  }

  /** Whether the conditions in the cluster are the author's, who replaces all others. */
  private boolean hasAuthorConditions() {
    List<Condition> written = Condition.listOf(before);
    return !written.isEmpty() && written.stream().noneMatch(c -> c.type().equals(MANAGED));
  }

  private List<Object> overlaid() {
    List<Object> all = new ArrayList<>();
    for (Object condition : PlainJson.list(before.get(StatusSchema.CONDITIONS))) {
      if (!RESOURCES.equals(PlainJson.object(condition).get("type"))) {
        all.add(condition);
      }
    }
    conditions.get(RESOURCES).ifPresent(condition -> all.add(condition.json()));
    return all;
  }

  private Map<String, Object> evaluated(
      PassFindings findings, InstanceEvaluation evaluation, List<Map<String, Object>> builtIn) {
    StatusFields fields = evaluation.status();
    Map<String, Object> status = new LinkedHashMap<>(fields.fields());
    List<String> dropped =
        fields.dropped().stream()
            .filter(field -> field.cause() == StatusFields.Cause.FAILED)
            .map(field -> "`status." + field.path() + "`: " + field.message())
            .toList();
    Optional<AuthorConditions> author =
        evaluation.conditions(
            new ConditionInputs(
                builtIn, PlainJson.list(before.get(StatusSchema.CONDITIONS)), generation, now));
    boolean wrong = author.filter(AuthorConditions::hasProblems).isPresent();
    status.put(StatusSchema.STATE, wrong ? "ERROR" : state(findings));
    status.put(
        StatusSchema.CONDITIONS,
        author.isPresent() ? author.get().conditions() : withKstatus(findings, builtIn, dropped));
    putOwn(status, StatusSchema.OBSERVED_GENERATION, generation);
    if (!findings.suspended()) {
      putOwn(
          status,
          StatusSchema.RESOURCES,
          evaluation.resources().stream()
              .map(findings.contested()::mark)
              .map(ObjectStatus::json)
              .collect(Collectors.toList()));
    }
    return status;
  }

  private void putOwn(Map<String, Object> status, String field, Object value) {
    if (!authorFields.contains(field)) {
      status.put(field, value);
    }
  }

  private void setConditions(PassFindings findings) {
    if (findings.deleting() != null) {
      conditions.unknown(RESOURCES, "UnderDeletion", findings.deleting());
      return;
    }
    if (findings.unmanaged() != null) {
      conditions.fails(MANAGED, "ManagementFailed", findings.unmanaged());
      return;
    }
    conditions.holds(MANAGED, "Managed", "instance is properly managed with finalizers and labels");
    if (findings.unresolved() != null) {
      conditions.fails(RESOLVED, "ResolutionFailed", findings.unresolved());
      return;
    }
    conditions.holds(RESOLVED, "Resolved", "runtime graph created and all resources resolved");
    if (findings.suspended()) {
      conditions.fails(
          RESOURCES,
          "ReconciliationSuspended",
          "reconciliation suspended via kro.run/reconcile annotation");
    } else if (findings.evaluation() != null) {
      setResources(findings);
    }
  }

  private void setResources(PassFindings findings) {
    List<NodeStatus> open = openNodes(findings);
    if (open.isEmpty() && findings.pruning() == null) {
      conditions.holds(
          RESOURCES,
          "AllResourcesReady",
          "all resources are created and ready" + findings.contested().remark());
      return;
    }
    boolean deleting = open.stream().anyMatch(node -> node.state() == State.DELETING);
    conditions.fails(
        RESOURCES,
        deleting ? "ResourceDeleting" : "NotReady",
        message(open, findings) + findings.contested().remark());
  }

  /** The nodes in the way, those that have to be mended first. */
  private static List<NodeStatus> openNodes(PassFindings findings) {
    InstanceEvaluation evaluation = findings.evaluation();
    if (evaluation == null) {
      return List.of();
    }
    List<NodeStatus> open = new ArrayList<>();
    for (State state :
        List.of(State.ERROR, State.DELETING, State.WAITING_FOR_READINESS, State.IN_PROGRESS)) {
      evaluation.states().stream().filter(node -> node.state() == state).forEach(open::add);
    }
    return open;
  }

  private static String message(List<NodeStatus> open, PassFindings findings) {
    List<String> parts = new ArrayList<>();
    open.stream().limit(MAX_NAMED).forEach(node -> parts.add(node.explanation()));
    if (open.size() > MAX_NAMED) {
      parts.add("and " + (open.size() - MAX_NAMED) + " more");
    }
    if (findings.pruning() != null) {
      parts.add(findings.pruning().message());
    }
    return String.join("; ", parts);
  }

  private String state(PassFindings findings) {
    if (findings.deleting() != null) {
      return "DELETING";
    }
    if (conditions.ready()) {
      return "ACTIVE";
    }
    boolean broken =
        findings.unmanaged() != null
            || findings.unresolved() != null
            || (findings.pruning() != null && findings.pruning().refused())
            || openNodes(findings).stream().anyMatch(node -> node.state() == State.ERROR);
    return broken ? "ERROR" : "IN_PROGRESS";
  }

  private List<Map<String, Object>> withKstatus(
      PassFindings findings, List<Map<String, Object>> builtIn, List<String> dropped) {
    List<Map<String, Object>> all = new ArrayList<>(builtIn);
    String why = String.valueOf(builtIn.get(builtIn.size() - 1).get("message"));
    String state = state(findings);
    if (state.equals("IN_PROGRESS") && !findings.suspended()) {
      all.add(0, passing(RECONCILING, "Progressing", why));
    } else if (state.equals("ERROR")) {
      all.add(0, passing(STALLED, "Error", why));
    }
    if (!dropped.isEmpty()) {
      all.add(0, passing("StatusIncomplete", "EvaluationFailed", String.join("; ", dropped)));
    }
    return all;
  }

  /** A condition that is there only while it is true. */
  private Map<String, Object> passing(String type, String reason, String message) {
    ConditionSet one = new ConditionSet(type, List.of(), Condition.listOf(before), generation, now);
    String since =
        one.get(type)
            .filter(condition -> condition.status() == Condition.Status.TRUE)
            .map(Condition::lastTransitionTime)
            .orElse(now);
    return new Condition(type, Condition.Status.TRUE, reason, message, since, generation).json();
  }
}
