package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.NodeStatus.State;
import java.util.ArrayList;
import java.util.List;

/** Decisions and readiness in the words of a status. */
final class StatusOfNodes {
  private StatusOfNodes() {}

  static NodeStatus of(NodeProgress progress) {
    String id = progress.node().id();
    Decision decision = progress.decision();
    if (decision instanceof Decision.Excluded excluded) {
      return new NodeStatus(id, State.SKIPPED, "Excluded", excluded.message());
    }
    if (decision instanceof Decision.Failed failed) {
      return new NodeStatus(id, State.ERROR, "EvaluationFailed", failed.message());
    }
    if (decision instanceof Decision.Waiting waiting) {
      String reason = waiting.node().isPresent() ? "DependencyNotReady" : "DataPending";
      return new NodeStatus(id, State.IN_PROGRESS, reason, waiting.message());
    }
    NodeProgress.Observed observed = progress.observed();
    return decision == null || observed == null
        ? new NodeStatus(id, State.IN_PROGRESS, "", "")
        : of(id, observed.readiness());
  }

  private static NodeStatus of(String id, Readiness readiness) {
    if (readiness instanceof Readiness.NotReady not) {
      State state =
          not.why() == Readiness.Why.DELETING ? State.DELETING : State.WAITING_FOR_READINESS;
      return new NodeStatus(id, state, not.why().reason(), not.message());
    }
    return readiness instanceof Readiness.Failed failed
        ? new NodeStatus(id, State.ERROR, "Failed", failed.message())
        : new NodeStatus(id, State.SYNCED, "", "");
  }

  static List<ObjectStatus> objects(NodeProgress progress) {
    ApiType type = progress.node().node().type();
    if (progress.decision() instanceof Decision.Lookup lookup) {
      return List.of(new ObjectStatus(type, lookup.namespace(), lookup.name(), of(progress)));
    }
    if (!(progress.decision() instanceof Decision.Desired desired) || desired.objects().isEmpty()) {
      return List.of(new ObjectStatus(type, null, null, of(progress)));
    }
    NodeProgress.Observed observed = progress.observed();
    List<ObjectStatus> objects = new ArrayList<>();
    for (DesiredObject object : desired.objects()) {
      NodeStatus status =
          observed == null
              ? of(progress)
              : of(progress.node().id(), observed.each().get(object.index()));
      objects.add(new ObjectStatus(type, object.namespace(), object.name(), status));
    }
    return objects;
  }
}
