package io.kro4j.compiler.plan;

import java.util.List;

/**
 * What changes of the rights that the controller needs for an API.
 *
 * @param gained rights that it gets
 * @param lost rights that it loses
 * @param newNotes what it needs besides and only people can grant, in words, if that is new
 */
public record RightsPlan(List<Right> gained, List<Right> lost, List<String> newNotes) {
  /** That nothing changes. */
  public static final RightsPlan NONE = new RightsPlan(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public RightsPlan {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    newNotes = List.copyOf(newNotes);
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /**
   * Verbs on one resource.
   *
   * @param group the API group; empty for the core group
   * @param resource the resource, with its subresource after a slash
   * @param name the one object they are for; empty for all
   * @param verbs the verbs
   */
  public record Right(String group, String resource, String name, List<String> verbs) {
    /** Copies the list. */
    public Right {
      verbs = List.copyOf(verbs);
    }
  }
}
