package io.kro4j.runtime.watch;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of an object that a field manager applied and that nobody took from it since, with the
 * values that it has. Equal parts are equal values.
 *
 * <p>The API server keeps for each manager which fields are its own ({@code
 * metadata.managedFields}). Defaults, status and what other managers add are therefore no part of
 * this; a field that another manager changed by force is not any more either.
 */
public final class OwnedFields {
  private static final OwnedFields NONE = new OwnedFields(Json.writeCanonically(Map.of()));

  private final byte[] canonical;

  private OwnedFields(byte[] canonical) {
    this.canonical = canonical;
  }

  /** What a manager has that applied nothing. */
  public static OwnedFields none() {
    return NONE;
  }

  /**
   * What a manager has of an object.
   *
   * @param live the whole object with its {@code managedFields}
   * @param manager the name by which it applies
   */
  public static OwnedFields of(Map<String, Object> live, String manager) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Object each : PlainJson.list(PlainJson.at(live, "metadata", "managedFields"))) {
      Map<String, Object> entry = PlainJson.object(each);
      if (isOf(entry, manager, live)) {
        ManagedFields.merge(fields, PlainJson.object(entry.get("fieldsV1")));
      }
    }
    return fields.isEmpty()
        ? NONE
        : new OwnedFields(Json.writeCanonically(ManagedFields.choose(fields, live)));
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The part as plain JSON; without {@code apiVersion}, {@code kind} and the object's name. */
  public Map<String, Object> json() {
    try {
      return Json.read(canonical);
    } catch (IOException e) {
      throw new UncheckedIOException("text of our own that cannot be read", e);
    }
  }

  /** The part as JSON text in UTF-8 with sorted keys. */
  public byte[] canonical() {
    return canonical.clone();
  }

  /**
   * Whether to apply an object would change nothing, as far as can be told from here: numbers and
   * quantities count by value, and null as not there. What the API server writes in yet another way
   * of its own is taken for a difference, so that no change is missed.
   *
   * @param desired the object to apply
   */
  public boolean sameAs(Map<String, Object> desired) {
    return Likeness.sameFields(json(), desired);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnedFields fields && Arrays.equals(canonical, fields.canonical);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(canonical);
  }

  @Override
  public String toString() {
    return new String(canonical, StandardCharsets.UTF_8);
  }

  private static boolean isOf(Map<String, Object> entry, String manager, Map<String, Object> live) {
    return manager.equals(entry.get("manager"))
        && "Apply".equals(entry.get("operation"))
        && PlainJson.text(entry.get("subresource")).isEmpty()
        // Paths of another version may mean other fields.
        && String.valueOf(live.get("apiVersion")).equals(entry.get("apiVersion"));
  }
}
