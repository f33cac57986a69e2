package io.kro4j.compiler.artifact;

import java.util.List;
import java.util.Map;

/**
 * The roles that go with one graph.
 *
 * @param roles the ClusterRoles as plain JSON: for the runtime, to view, to edit
 * @param notes what the runtime needs beyond them and only people can decide to grant, one sentence
 *     each; usually empty
 */
public record Rbac(List<Map<String, Object>> roles, List<String> notes) {
  /** Copies the lists. */
  public Rbac {
    roles = List.copyOf(roles);
    notes = List.copyOf(notes);
  }
}
