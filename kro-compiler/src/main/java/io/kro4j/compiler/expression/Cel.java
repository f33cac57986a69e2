package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.kubernetes.KubernetesLibraries;
import io.kro4j.compiler.expression.library.CelEnvironment;
import java.util.Set;

/** The CEL environments of the process, each made when the first expression needs it. */
final class Cel {
  private static final CelEnvironment ENVIRONMENT = CelEnvironment.with(KubernetesLibraries.ALL);

  private static final Set<String> FUNCTIONS = ENVIRONMENT.functionNames();
  private static final Set<String> MACROS = ENVIRONMENT.macroNames();

  private Cel() {}

  /** The API server's, loaded at first use: most groups have no rules. */
  private static final class Kubernetes {
    static final CelEnvironment ENVIRONMENT = CelEnvironment.kubernetes(KubernetesLibraries.ALL);
  }

  static CelEnvironment environment(Scope.Language language) {
    return switch (language) {
      case KRO -> ENVIRONMENT;
      case KUBERNETES -> Kubernetes.ENVIRONMENT;
    };
  }

  /** kro's own. */
  static CelEnvironment environment() {
    return ENVIRONMENT;
  }

  /** The names of all functions, those of libraries with their prefix. */
  static Set<String> functionNames() {
    return FUNCTIONS;
  }

  /** The names of all macros. */
  static Set<String> macroNames() {
    return MACROS;
  }
}
