package io.kro4j.compiler.expression;

import io.kro4j.compiler.source.Span;
import java.util.List;

/**
 * A name that an expression takes from outside: a variable, or a type such as {@code int}.
 *
 * @param name the name
 * @param spans every place where it stands, in order, at least one
 */
public record Reference(String name, List<Span> spans) {
  /** Copies the list. */
  public Reference {
    spans = List.copyOf(spans);
  }
}
