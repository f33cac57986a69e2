package io.kro4j.compiler.plan;

import io.kro4j.compiler.source.Span;
import java.util.Optional;

/**
 * A change that may break objects or clients.
 *
 * @param rule the rule, such as {@code property-removed}
 * @param message what changes, one clause
 * @param place where in the definition as it is after the change; empty if it is gone
 * @param before where in the definition as it was
 */
public record Breakage(String rule, String message, Optional<Span> place, Optional<Span> before) {
  /** The rule of an API that is gone. */
  public static final String API_REMOVED = "api-removed";
}
