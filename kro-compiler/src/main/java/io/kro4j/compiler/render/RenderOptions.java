package io.kro4j.compiler.render;

import io.kro4j.compiler.instance.EvaluationOptions;

/**
 * How to render.
 *
 * @param simulate whether objects come back as they were applied, with what was observed of them on
 *     top; otherwise there is only what was observed
 * @param version the version of the runtime, which it writes into labels
 * @param now the time of transitions, in RFC 3339
 * @param evaluation how much one instance may do
 */
public record RenderOptions(
    boolean simulate, String version, String now, EvaluationOptions evaluation) {
  /** A time that nobody takes for a real one; the same input always gives the same output. */
  public static final String EPOCH = "1970-01-01T00:00:00Z";

  /** Options with all limits as the runtime has them. */
  public static RenderOptions of(boolean simulate, String version) {
    return new RenderOptions(simulate, version, EPOCH, EvaluationOptions.DEFAULT);
  }
}
