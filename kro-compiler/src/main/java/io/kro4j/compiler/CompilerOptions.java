package io.kro4j.compiler;

import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.yaml.YamlLimits;

/**
 * How to compile.
 *
 * @param analysis what groups may do
 * @param yaml bounds on the files
 * @param threads how many groups are compiled at once; the result is the same for any number
 */
public record CompilerOptions(AnalysisOptions analysis, YamlLimits yaml, int threads) {
  /** Upstream's defaults on as many threads as there are processors. */
  public static CompilerOptions defaults() {
    return new CompilerOptions(
        AnalysisOptions.DEFAULT, YamlLimits.DEFAULT, Runtime.getRuntime().availableProcessors());
  }

  /** Checks the number of threads. */
  public CompilerOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }

  /** The same options with another number of threads. */
  public CompilerOptions withThreads(int threads) {
    return new CompilerOptions(analysis, yaml, threads);
  }

  /** The same options with other bounds on groups. */
  public CompilerOptions withAnalysis(AnalysisOptions analysis) {
    return new CompilerOptions(analysis, yaml, threads);
  }
}
