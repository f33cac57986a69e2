package io.kro4j.compiler.expression.library;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;

/**
 * A value of a type that a library brings along, such as a Kubernetes quantity. {@code ==} in
 * expressions is {@link #equals}; subclasses are immutable and define it with {@link #hashCode}.
 */
public abstract class LibraryValue extends OpaqueValue {
  private final OpaqueType type;

  /**
   * A value.
   *
   * @param typeName the name of its CEL type, the one given to {@link ValueType#opaque}
   */
  protected LibraryValue(String typeName) {
    this.type = OpaqueType.create(typeName);
  }

  @Override
  public final Object value() {
    return this;
  }

  @Override
  public final OpaqueType celType() {
    return type;
  }

  @Override
  public abstract boolean equals(Object other);

  @Override
  public abstract int hashCode();
}
