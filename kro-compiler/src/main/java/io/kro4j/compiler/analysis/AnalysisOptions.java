package io.kro4j.compiler.analysis;

/**
 * What analysis allows.
 *
 * @param maxForEachDimensions how many dimensions a {@code forEach} may have; upstream's flag
 *     {@code --rgd-max-collection-dimension-size}
 * @param omitAllowed whether templates may call {@code omit()}; upstream's feature gate {@code
 *     CELOmitFunction}
 */
public record AnalysisOptions(int maxForEachDimensions, boolean omitAllowed) {
  /** Upstream's defaults. */
  public static final AnalysisOptions DEFAULT = new AnalysisOptions(10, false);
}
