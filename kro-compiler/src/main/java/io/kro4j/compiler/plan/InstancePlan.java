package io.kro4j.compiler.plan;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What changes for an instance.
 *
 * @param namespace its namespace; empty if it says none
 * @param name its name; {@code web-*} if it is to be generated from {@code web-}
 * @param change what becomes of it in one word
 * @param place where it stands after the change, or else where it stood
 * @param diff what changes of the objects that the runtime applies for it, as the lines of a
 *     unified diff
 * @param problems why an API server would refuse it after the change
 */
public record InstancePlan(
    String namespace,
    String name,
    Change change,
    Span place,
    List<String> diff,
    List<Problem> problems) {

  /** What becomes of an instance. */
  public enum Change {
    /** It is new. */
    ADDED("added"),
    /** It goes. */
    REMOVED("removed"),
    /** Something changes for it. */
    CHANGED("changed");

    private final String text;

    Change(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    public String text() {
      return text;
    }
  }

  /**
   * Why an API server would refuse an instance.
   *
   * @param message the reason, one clause
   * @param rule the id of the diagnostic, or {@code api-not-served}
   * @param place where
   */
  public record Problem(String message, String rule, Span place) {
    static Problem of(Diagnostic diagnostic) {
      return new Problem(diagnostic.message(), diagnostic.id().code(), diagnostic.span());
    }
  }

  /** Copies the lists. */
  public InstancePlan {
    diff = List.copyOf(diff);
    problems = List.copyOf(problems);
  }

  /** The instance as messages name it. */
  public String title() {
    return Optional.of(namespace).filter(text -> !text.isEmpty()).map(text -> text + "/").orElse("")
        + name;
  }
}
