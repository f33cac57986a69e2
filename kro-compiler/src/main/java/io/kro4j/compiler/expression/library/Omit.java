package io.kro4j.compiler.expression.library;

import org.jspecify.annotations.Nullable;

/** What {@code omit()} gives: not a value but the wish that the field be left out. */
public final class Omit extends LibraryValue {
  /** The only one. */
  public static final Omit INSTANCE = new Omit();

  private Omit() {
    super("kro.omit");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "omit()";
  }
}
