package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionLibrary;
import java.util.List;

/** Kubernetes' CEL libraries that kro has. */
public final class KubernetesLibraries {
  /** The libraries, in the order in which upstream adds them. */
  public static final List<FunctionLibrary> ALL =
      List.of(
          new ListFunctions(),
          new UrlFunctions(),
          new RegexFunctions(),
          new QuantityFunctions(),
          new IpFunctions(),
          new CidrFunctions(),
          new VersionFunctions());

  private KubernetesLibraries() {}

  /** Whether {@code quantity(text)} has a value. */
  public static boolean isQuantity(String text) {
    return Parsing.accepts(Quantity::parse, text);
  }
}
