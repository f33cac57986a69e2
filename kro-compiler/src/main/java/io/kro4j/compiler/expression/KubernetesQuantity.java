package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.kubernetes.KubernetesLibraries;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kubernetes quantities as constants of a template: {@code 500m}, {@code 2}, {@code 1Gi}. */
public final class KubernetesQuantity {
  private KubernetesQuantity() {}

  /** Whether an API server reads the text as a quantity; white space around it does not count. */
  public static boolean isValid(String text) {
    return KubernetesLibraries.isQuantity(text.strip());
  }

  /**
   * The quantity that a text was probably meant to be.
   *
   * @param text what was written, such as {@code 1 GB}
   * @return such as {@code 1G}, or empty if nothing is near
   */
  public static Optional<String> nearest(String text) {
    String compact = text.replaceAll("\\s", "");
    String bare = compact.replaceAll("[bB]$", "");
    // Upper case first: by `512mb` nobody means thousandths.
    return Stream.of(compact, bare.toUpperCase(Locale.ROOT), bare, bare.toLowerCase(Locale.ROOT))
        .filter(KubernetesQuantity::isValid)
        .findFirst();
  }
}
