package io.kro4j.compiler.diagnostics;

import java.util.Locale;

/** How much a diagnostic weighs. */
public enum Severity {
  /** The input cannot be compiled. */
  ERROR,
  /** The input compiles, and is probably not what its author meant. */
  WARNING;

  /** The word that messages use: {@code error}, {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
