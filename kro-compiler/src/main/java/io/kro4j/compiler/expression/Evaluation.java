package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.FailureKind;
import org.jspecify.annotations.Nullable;

/** What an expression came to. */
public sealed interface Evaluation {

  /**
   * A value.
   *
   * @param json plain JSON, which may share parts with the variables and must not be changed; null
   *     for CEL's null and for an optional without a value
   */
  record Value(@Nullable Object json) implements Evaluation {}

  /** {@code omit()}: the field is to be left out. */
  enum Omitted implements Evaluation {
    /** The only one. */
    OMITTED
  }

  /**
   * Nothing yet: something that the expression reads is not there, and may come.
   *
   * @param missing the path of what is missing, such as {@code web.status.loadBalancer}
   * @param message one sentence without a final full stop
   */
  record Pending(String missing, String message) implements Evaluation {}

  /**
   * Nothing, and trying again with the same values does not help.
   *
   * @param kind what went wrong
   * @param message one sentence without a final full stop
   */
  record Failed(FailureKind kind, String message) implements Evaluation {
    /** Whether it only took too much; with higher limits there may be a value. */
    public boolean exceedsLimit() {
      return kind == FailureKind.LIMIT;
    }
  }
}
