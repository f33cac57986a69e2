package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.function.Consumer;

/** The question whether a text can be read, asked of the reader itself. */
final class Parsing {
  private Parsing() {}

  /** Whether {@code parser} takes {@code text} without a {@link FunctionFailure}. */
  static boolean accepts(Consumer<String> parser, Object text) {
    try {
      parser.accept((String) text);
      return true;
    } catch (FunctionFailure notReadable) {
      return false;
    }
  }
}
