package io.kro4j.compiler.instance;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/** Which node renders which object. */
final class Claims {
  private static final BinaryOperator<PlannedNode> FIRST =
      BinaryOperator.minBy(
          Comparator.comparingInt(PlannedNode::depth).thenComparingInt(PlannedNode::position));

  private final Map<String, PlannedNode> nodes = new ConcurrentHashMap<>();

  void add(PlannedNode node, Decision.Desired desired) {
    desired.objects().forEach(object -> nodes.merge(object.identity(), node, FIRST));
  }

  Optional<String> collision(PlannedNode node, Decision.Desired desired) {
    for (DesiredObject object : desired.objects()) {
      PlannedNode owner = nodes.getOrDefault(object.identity(), node);
      if (!owner.id().equals(node.id())) {
        return Optional.of(
            object.identity()
                + " is rendered twice: by node `"
                + owner.id()
                + "` and by node `"
                + node.id()
                + "`");
      }
    }
    return Optional.empty();
  }
}
