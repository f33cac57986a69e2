package io.kro4j.compiler.expression.library;

/**
 * How large one value made by a function may be. A Kubernetes object is at most about 1.5 MiB, so
 * nothing useful is larger; without a limit a short expression could fill the memory.
 */
public final class OutputLimit {
  /** Characters of a string, bytes, elements of a list or entries of a map. */
  public static final int UNITS = 8 * 1024 * 1024;

  private OutputLimit() {}

  /**
   * Refuses a result before it is made.
   *
   * @param units its size
   * @throws FunctionFailure if it is over {@link #UNITS}
   */
  public static void check(long units) {
    if (units < 0 || units > UNITS) {
      throw FunctionFailure.limit("the result is larger than " + UNITS + " elements");
    }
  }
}
