package io.kro4j.compiler.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression may use at its place. Immutable; scopes derived from each other share the
 * variables they have in common, since a large group makes very many scopes of very many variables.
 */
public final class Scope {
  private final Map<String, ValueType> shared;
  private final Map<String, ValueType> own;
  private final Map<String, String> unavailable;
  private final Permissions permissions;

  private Scope(
      Map<String, ValueType> shared,
      Map<String, ValueType> own,
      Map<String, String> unavailable,
      Permissions permissions) {
    this.shared = shared;
    this.own = own;
    this.unavailable = unavailable;
    this.permissions = permissions;
  }

  /** Whose CEL an expression is written in. */
  public enum Language {
    /** kro's: no types as values, no numbers of two types in a comparison. */
    KRO,
    /** The API server's, for the validation rules of a CRD: without the functions of kro. */
    KUBERNETES
  }

  /** What an expression may use besides variables. */
  private record Permissions(boolean omit, boolean runtime, Language language) {}

  /**
   * A scope of some variables, without {@code omit()} and {@code runtime}.
   *
   * @param variables the variables by name, with the types of their values
   */
  public static Scope of(Map<String, ValueType> variables) {
    return new Scope(
        new LinkedHashMap<>(variables),
        Map.of(),
        Map.of(),
        new Permissions(false, false, Language.KRO));
  }

  /** The same scope with further variables, which hide those of the same names. */
  public Scope with(Map<String, ValueType> variables) {
    Map<String, ValueType> more = new LinkedHashMap<>(own);
    more.putAll(variables);
    return new Scope(shared, more, unavailable, permissions);
  }

  /**
   * The same scope, in which some names are refused.
   *
   * @param reason why the names, which mean something in this definition, cannot be used at this
   *     place: one sentence without a final full stop
   */
  public Scope without(Collection<String> names, String reason) {
    Map<String, String> more = new LinkedHashMap<>(unavailable);
    names.forEach(name -> more.put(name, reason));
    return new Scope(shared, own, more, permissions);
  }

  /** The same scope, in which {@code omit()} may be called. */
  public Scope allowingOmit() {
    return permitting(new Permissions(true, permissions.runtime, permissions.language));
  }

  /** The same scope, in which {@code runtime} may be used. */
  public Scope allowingRuntime() {
    return permitting(new Permissions(permissions.omit, true, permissions.language));
  }

  /** The same scope for a validation rule of a CRD. */
  public Scope inKubernetes() {
    return permitting(new Permissions(permissions.omit, permissions.runtime, Language.KUBERNETES));
  }

  /** The type of a variable; empty if there is none of that name, or it is refused. */
  public Optional<ValueType> variable(String name) {
    if (unavailable.containsKey(name)) {
      return Optional.empty();
    }
    ValueType type = own.get(name);
    return Optional.ofNullable(type == null ? shared.get(name) : type);
  }

  /** The names of all variables, in the order they were given. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(shared.keySet());
    names.addAll(own.keySet());
    names.removeAll(unavailable.keySet());
    return Collections.unmodifiableSet(names);
  }

  /** Why a name is refused; empty if it is not. */
  Optional<String> refusal(String name) {
    return Optional.ofNullable(unavailable.get(name));
  }

  /** Whether {@code omit()} may be called. */
  boolean allowsOmit() {
    return permissions.omit;
  }

  /** Whether {@code runtime} may be used. */
  boolean allowsRuntime() {
    return permissions.runtime;
  }

  /** Whose CEL the expression is written in. */
  Language language() {
    return permissions.language;
  }

  private Scope permitting(Permissions changed) {
    return new Scope(shared, own, unavailable, changed);
  }
}
