package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.kubernetes.KubernetesLibraries;
import io.kro4j.compiler.expression.library.CelEnvironment;

/** The one CEL environment of the process, made when the first expression needs it. */
final class Cel {
  private static final CelEnvironment ENVIRONMENT = CelEnvironment.with(KubernetesLibraries.ALL);

  private Cel() {}

  static CelEnvironment environment() {
    return ENVIRONMENT;
  }
}
