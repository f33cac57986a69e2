package io.kro4j.compiler.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression may use at its place.
 *
 * @param variables the variables by name, with the types of their values
 * @param unavailable names that mean something in this definition but not at this place, with the
 *     reason: one sentence without a final full stop
 * @param allowsOmit whether {@code omit()} may be called
 * @param allowsRuntime whether {@code runtime} may be used
 * @param language whose CEL the expression is written in
 */
public record Scope(
    Map<String, ValueType> variables,
    Map<String, String> unavailable,
    boolean allowsOmit,
    boolean allowsRuntime,
    Language language) {

  /** Whose CEL an expression is written in. */
  public enum Language {
    /** kro's: no types as values, no numbers of two types in a comparison. */
    KRO,
    /** The API server's, for the validation rules of a CRD: without the functions of kro. */
    KUBERNETES
  }

  /** Copies the maps and keeps their order. */
  public Scope {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    unavailable = Collections.unmodifiableMap(new LinkedHashMap<>(unavailable));
  }

  /** A scope of some variables, without {@code omit()} and {@code runtime}. */
  public static Scope of(Map<String, ValueType> variables) {
    return new Scope(variables, Map.of(), false, false, Language.KRO);
  }

  /** The same scope with one more variable. */
  public Scope with(String name, ValueType type) {
    Map<String, ValueType> more = new LinkedHashMap<>(variables);
    more.put(name, type);
    return new Scope(more, unavailable, allowsOmit, allowsRuntime, language);
  }

  /** The same scope, in which a name is refused for a reason. */
  public Scope without(String name, String reason) {
    Map<String, ValueType> fewer = new LinkedHashMap<>(variables);
    fewer.remove(name);
    Map<String, String> more = new LinkedHashMap<>(unavailable);
    more.put(name, reason);
    return new Scope(fewer, more, allowsOmit, allowsRuntime, language);
  }

  /** The same scope, in which {@code omit()} may be called. */
  public Scope allowingOmit() {
    return new Scope(variables, unavailable, true, allowsRuntime, language);
  }

  /** The same scope, in which {@code runtime} may be used. */
  public Scope allowingRuntime() {
    return new Scope(variables, unavailable, allowsOmit, true, language);
  }

  /** The same scope for a validation rule of a CRD. */
  public Scope inKubernetes() {
    return new Scope(variables, unavailable, allowsOmit, allowsRuntime, Language.KUBERNETES);
  }
}
