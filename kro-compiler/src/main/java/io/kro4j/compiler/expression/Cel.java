package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.CelEnvironment;
import java.util.List;

/** The one CEL environment of the process, made when the first expression needs it. */
final class Cel {
  private static final CelEnvironment ENVIRONMENT = CelEnvironment.with(List.of());

  private Cel() {}

  static CelEnvironment environment() {
    return ENVIRONMENT;
  }
}
