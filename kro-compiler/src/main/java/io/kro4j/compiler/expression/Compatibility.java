package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.Optional;

/**
 * Whether a value of one type may stand where another is expected.
 *
 * <p>The rules and their order are upstream's, so that the same definitions compile. They are
 * structural, and lenient where upstream cannot know: {@code dyn} fits everywhere, a map without
 * known values fits any object, an object fits if its fields are a subset.
 */
public final class Compatibility {
  private Compatibility() {}

  /**
   * Why a value does not fit.
   *
   * @param actual the type of the value
   * @param expected the type of the place
   * @return one sentence without a final full stop, or empty if the value fits
   */
  public static Optional<String> explain(ValueType actual, ValueType expected) {
    if (isAssignable(actual, expected)) {
      return Optional.empty();
    }
    return new StructuralComparison().compare(actual, expected);
  }

  /**
   * Why a value that {@link #explain} lets pass cannot be right all the same: upstream accepts some
   * values that the API server is bound to refuse.
   *
   * @param actual the type of the value
   * @param expected the type of the place
   * @return one sentence without a final full stop, or empty if there is no such doubt
   */
  public static Optional<String> doubt(ValueType actual, ValueType expected) {
    if (actual instanceof OptionalOf optional) {
      return doubt(optional.value(), expected);
    }
    boolean noObject =
        actual instanceof ListOf || (actual instanceof Simple && actual != Simple.DYN);
    boolean unfit =
        (expected instanceof Struct && noObject)
            || (expected instanceof ListOf && actual instanceof MapOf);
    return unfit
        ? Optional.of("expected " + TypeWords.of(expected) + ", got " + TypeWords.of(actual))
        : Optional.empty();
  }

  /**
   * What to write instead.
   *
   * @param actual the type of the value
   * @param expected the type of the place
   * @return one sentence, or empty if nothing simple helps
   */
  public static Optional<String> help(ValueType actual, ValueType expected) {
    if (actual instanceof OptionalOf optional) {
      return help(optional.value(), expected);
    }
    if (expected == Simple.TEXT) {
      return textHelp(actual);
    }
    if (expected == Simple.BYTES) {
      return Optional.of(
          "Kubernetes calls this field base64 text, and CEL calls it bytes: use `stringData` if"
              + " this is a Secret, or `dyn(base64.encode(...))`");
    }
    if (actual instanceof ListOf from && expected instanceof ListOf to) {
      return help(from.element(), to.element());
    }
    if (actual instanceof MapOf && expected instanceof Struct) {
      return Optional.of(
          "all values of this map are of one type, and the fields are not: wrap one value in"
              + " `dyn(...)`");
    }
    boolean number = actual == Simple.INT || actual == Simple.DOUBLE || actual == Simple.TEXT;
    if (number && (expected == Simple.INT || expected == Simple.DOUBLE)) {
      return Optional.of("convert it: `" + expected.display() + "(...)`");
    }
    return Optional.empty();
  }

  private static Optional<String> textHelp(ValueType actual) {
    if (actual == Simple.BYTES) {
      return Optional.of("encode it: `base64.encode(...)`, or `string(...)` if it is UTF-8 text");
    }
    boolean convertible =
        actual instanceof Simple && actual != Simple.NULL && actual != Simple.TEXT;
    return convertible ? Optional.of("convert it: `string(...)`") : Optional.empty();
  }

  /** Whether CEL itself accepts the value: equal types, with {@code dyn} accepting anything. */
  static boolean isAssignable(ValueType actual, ValueType expected) {
    if (expected == Simple.DYN || actual.equals(expected)) {
      return true;
    }
    if (expected instanceof ListOf to && actual instanceof ListOf from) {
      return isAssignable(from.element(), to.element());
    }
    if (expected instanceof MapOf to && actual instanceof MapOf from) {
      return isAssignable(from.key(), to.key()) && isAssignable(from.value(), to.value());
    }
    return expected instanceof OptionalOf to
        && actual instanceof OptionalOf from
        && isAssignable(from.value(), to.value());
  }
}
