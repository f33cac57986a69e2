package io.kro4j.compiler.instance;

/** Counts evaluations of expressions, and may time them. Must be quick and thread-safe. */
public interface ExpressionMeter {
  /**
   * An evaluation begins.
   *
   * @return whatever {@link #ends} is to be given, such as the time
   */
  long begins();

  /**
   * An evaluation ended.
   *
   * @param begun what {@link #begins} returned
   * @param failed whether the expression failed, and will again with the same values
   */
  void ends(long begun, boolean failed);

  /** A meter that does not count. */
  static ExpressionMeter none() {
    return new ExpressionMeter() {
      @Override
      public long begins() {
        return 0;
      }

      @Override
      public void ends(long begun, boolean failed) {}
    };
  }
}
