package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.ApiType;
import java.util.List;
import java.util.Optional;

/**
 * What changes of a graph.
 *
 * @param added nodes that are new, in the order in which they are resolved
 * @param removed nodes that go, likewise; their objects are deleted
 * @param renamed nodes that get another id and stay the same object
 * @param changed nodes of which something changes
 * @param order the order in which the nodes are resolved, if those that stay change places
 * @param status the changes of the expressions behind the status
 * @param settings the changes of how the controller runs
 */
public record GraphPlan(
    List<NodeEntry> added,
    List<NodeEntry> removed,
    List<Renaming> renamed,
    List<NodeChange> changed,
    Optional<Reordering> order,
    List<FieldChange> status,
    List<FieldChange> settings) {

  /** That nothing changes. */
  public static final GraphPlan NONE =
      new GraphPlan(
          List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

  /** Copies the lists. */
  public GraphPlan {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renamed = List.copyOf(renamed);
    changed = List.copyOf(changed);
    status = List.copyOf(status);
    settings = List.copyOf(settings);
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * A node that comes or goes.
   *
   * @param id its id
   * @param type the type of its objects
   */
  public record NodeEntry(String id, ApiType type) {}

  /**
   * A node that gets another id.
   *
   * @param from the id it had
   * @param to the id it will have
   */
  public record Renaming(String from, String to) {}

  /**
   * A node of which something changes.
   *
   * @param id its id, after the change
   * @param fields what changes of it: {@code type}, {@code dependencies}, {@code wave}, {@code
   *     includeWhen}, {@code readyWhen}, {@code forEach}, and fields of {@code template} or {@code
   *     externalRef}
   */
  public record NodeChange(String id, List<FieldChange> fields) {
    /** Copies the list. */
    public NodeChange {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Nodes that change places.
   *
   * @param before the ids of those that stay, as they were ordered
   * @param after the same ids, as they will be ordered
   */
  public record Reordering(List<String> before, List<String> after) {
    /** Copies the lists. */
    public Reordering {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
