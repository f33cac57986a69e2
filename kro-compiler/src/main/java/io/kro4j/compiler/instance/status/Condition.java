package io.kro4j.compiler.instance.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition as Kubernetes has them.
 *
 * @param type what it is about
 * @param status whether it holds
 * @param reason why, as one word; may be empty
 * @param message why, as a sentence; may be empty
 * @param lastTransitionTime when the status last changed, in RFC 3339; may be empty
 * @param observedGeneration the generation of the spec that it is about
 */
public record Condition(
    String type,
    Status status,
    String reason,
    String message,
    String lastTransitionTime,
    long observedGeneration) {

  /** Whether a condition holds. */
  public enum Status {
    /** It holds. */
    TRUE("True"),
    /** It does not hold. */
    FALSE("False"),
    /** Nobody knows yet. */
    UNKNOWN("Unknown");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The word that Kubernetes uses. */
    public String text() {
      return text;
    }

    /** The status of a word; unknown for any other. */
    public static Status of(String text) {
      return text.equals(TRUE.text) ? TRUE : text.equals(FALSE.text) ? FALSE : UNKNOWN;
    }
  }

  /** Whether it holds for the generation. */
  public boolean holdsFor(long generation) {
    return status == Status.TRUE && observedGeneration == generation;
  }

  /** The condition as plain JSON. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("status", status.text);
    json.put("observedGeneration", observedGeneration);
    if (!lastTransitionTime.isEmpty()) {
      json.put("lastTransitionTime", lastTransitionTime);
    }
    json.put("reason", reason);
    json.put("message", message);
    return json;
  }

  /**
   * The conditions of a status.
   *
   * @param status the status as plain JSON; entries that are no conditions are passed over
   */
  public static List<Condition> listOf(Map<String, ? extends @Nullable Object> status) {
    List<Condition> conditions = new ArrayList<>();
    if (status.get("conditions") instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> fields && !text(fields, "type").isEmpty()) {
          conditions.add(read(fields));
        }
      }
    }
    return conditions;
  }

  private static Condition read(Map<?, ?> fields) {
    return new Condition(
        text(fields, "type"),
        Status.of(text(fields, "status")),
        text(fields, "reason"),
        text(fields, "message"),
        text(fields, "lastTransitionTime"),
        fields.get("observedGeneration") instanceof Number number ? number.longValue() : 0);
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }
}
