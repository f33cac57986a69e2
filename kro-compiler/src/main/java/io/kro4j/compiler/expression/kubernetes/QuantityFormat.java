package io.kro4j.compiler.expression.kubernetes;

/** How a quantity was written, and so how it is written again. */
enum QuantityFormat {
  /** Powers of ten with a letter: {@code 1500m}, {@code 12M}. */
  DECIMAL_SI,
  /** Powers of ten with an exponent: {@code 12e6}. */
  DECIMAL_EXPONENT,
  /** Powers of 1024: {@code 12Mi}. */
  BINARY_SI
}
