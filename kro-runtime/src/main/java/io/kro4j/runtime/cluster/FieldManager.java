package io.kro4j.runtime.cluster;

/**
 * Who applies, by the name that the API server keeps for each field.
 *
 * @param name the name, such as {@code kro.run/applyset}
 * @param takesOver whether fields of other managers are taken over; otherwise they are a {@link
 *     ApiException.Kind#CONFLICT}
 */
public record FieldManager(String name, boolean takesOver) {

  /** A manager that takes over what it applies. */
  public static FieldManager of(String name) {
    return new FieldManager(name, true);
  }
}
