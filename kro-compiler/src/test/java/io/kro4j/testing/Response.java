package io.kro4j.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API server answered.
 *
 * @param status the HTTP status
 * @param body the answered JSON object: what was asked for, or a {@code Status} that says why not
 * @param warnings the texts of the {@code Warning} headers, in order
 */
public record Response(int status, Map<String, Object> body, List<String> warnings) {

  /** Copies the warnings. */
  public Response {
    warnings = List.copyOf(warnings);
  }

  /** Whether the request was done. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /**
   * What is at a path of map keys and list indexes, for example {@code at("spec", "versions", 0,
   * "name")}; null when there is nothing.
   */
  public @Nullable Object at(Object... path) {
    Object value = body;
    for (Object step : path) {
      if (step instanceof Integer index && value instanceof List<?> list) {
        value = index < list.size() ? list.get(index) : null;
      } else {
        value = value instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return value;
  }

  /**
   * The object's resourceVersion, by which a write that changed nothing can be told; empty when
   * there is none.
   */
  public String resourceVersion() {
    return at("metadata", "resourceVersion") instanceof String version ? version : "";
  }

  /** Whether the object has the condition {@code type} with status {@code True}. */
  public boolean hasCondition(String type) {
    return at("status", "conditions") instanceof List<?> conditions
        && conditions.stream()
            .anyMatch(
                each ->
                    each instanceof Map<?, ?> condition
                        && type.equals(condition.get("type"))
                        && "True".equals(condition.get("status")));
  }
}
