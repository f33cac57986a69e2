package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status fields of the author.
 *
 * @param fields the fields that have a value, as the top level of {@code status}
 * @param dropped those that have none, in the order of the source
 */
public record StatusFields(Map<String, @Nullable Object> fields, List<Dropped> dropped) {
  /** Copies the list. */
  public StatusFields {
    dropped = List.copyOf(dropped);
  }

  /**
   * A field without a value.
   *
   * @param path the field, such as {@code endpoint.host}
   * @param cause whether it may come
   * @param message why, with the expression; one sentence without a final full stop
   */
  public record Dropped(String path, Cause cause, String message) {}

  /** Why a field has no value. */
  public enum Cause {
    /** What it reads is not there yet, or belongs to an excluded node. */
    PENDING,
    /** Its expression fails. */
    FAILED
  }
}
