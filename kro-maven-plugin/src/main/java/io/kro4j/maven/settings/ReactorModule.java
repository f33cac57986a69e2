package io.kro4j.maven.settings;

import java.util.List;
import java.util.function.Function;

/**
 * A project of the build.
 *
 * @param groupId its group
 * @param artifactId its artifact
 * @param settings from the parameters of the goal that asks: those with which the project compiles
 *     its own groups, one for each of its executions that does
 * @param emits whether a goal is bound there that writes what comes out, publishes it or compares
 *     with it
 */
public record ReactorModule(
    String groupId, String artifactId, Function<Settings, List<Settings>> settings, boolean emits) {
  /** {@code groupId:artifactId}. */
  public String name() {
    return groupId + ":" + artifactId;
  }

  /** Whether a parameter that names a module means this one. */
  public boolean isCalled(String name) {
    return name.equals(artifactId) || name.equals(name());
  }
}
