package io.kro4j.compiler.instance;

/** The names that expressions know without a node of that name. */
final class Variables {
  /** The instance. */
  static final String SCHEMA = "schema";

  /** One object of a collection, in {@code readyWhen}. */
  static final String EACH = "each";

  private Variables() {}
}
