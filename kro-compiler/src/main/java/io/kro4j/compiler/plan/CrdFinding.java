package io.kro4j.compiler.plan;

import io.kro4j.compiler.crd.compat.CrdChange;
import io.kro4j.compiler.source.Span;
import java.util.Optional;

/**
 * A change of a CRD and where it comes from.
 *
 * @param change the change
 * @param place the entry of the definition as it will be that is nearest to it
 * @param before the same in the definition as it was
 */
public record CrdFinding(CrdChange change, Span place, Span before) {
  /** Whether objects or clients may break. */
  public boolean breaking() {
    return change.breaking();
  }

  /** The change as one that breaks. */
  Breakage breakage() {
    return new Breakage(
        change.rule().code(), change.message(), Optional.of(place), Optional.of(before));
  }
}
