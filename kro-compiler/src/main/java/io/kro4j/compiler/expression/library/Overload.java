package io.kro4j.compiler.expression.library;

import java.util.List;

/**
 * One signature of a function, with what it does.
 *
 * @param function the name as written in expressions, with its prefix: {@code hash.sha256}
 * @param id the unique id, different from every function's name
 * @param style how it is called
 * @param parameters the types of the arguments, the receiver first
 * @param result the type of the result
 * @param body what it does
 */
public record Overload(
    String function,
    String id,
    Style style,
    List<ValueType> parameters,
    ValueType result,
    Body body) {
  /** How an overload is called. */
  public enum Style {
    /** {@code f(x)}. */
    GLOBAL,
    /** {@code x.f()}. */
    MEMBER
  }

  /** What a function does; pure, and safe to call from many threads. */
  @FunctionalInterface
  public interface Body {
    /**
     * The result for some arguments.
     *
     * @param arguments one for each parameter, each of its class, never null
     * @return a value of the result type's class, never null
     * @throws FunctionFailure if there is no result
     */
    Object call(Object[] arguments);
  }

  /** Copies the list. */
  public Overload {
    parameters = List.copyOf(parameters);
  }

  /** An overload called as {@code f(x)}. */
  public static Overload global(
      String function, String id, List<ValueType> parameters, ValueType result, Body body) {
    return new Overload(function, id, Style.GLOBAL, parameters, result, body);
  }

  /** An overload called as {@code x.f()}; the first parameter is the receiver. */
  public static Overload member(
      String function, String id, List<ValueType> parameters, ValueType result, Body body) {
    return new Overload(function, id, Style.MEMBER, parameters, result, body);
  }
}
