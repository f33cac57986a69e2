package io.kro4j.runtime.cluster;

import java.util.List;
import java.util.Map;

/**
 * A change to an object.
 *
 * @param type how the body is to be read
 * @param body the change as plain JSON
 * @param ofStatus whether it goes to the subresource {@code status}
 */
public record Patch(Type type, Object body, boolean ofStatus) {

  /** How a patch is written. */
  public enum Type {
    /** RFC 7396: the fields as they shall be, null for those to go. */
    MERGE("application/merge-patch+json"),
    /** RFC 6902: a list of operations. */
    JSON("application/json-patch+json");

    private final String mediaType;

    Type(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /**
   * A merge patch. With {@code metadata.resourceVersion} in it, it is a {@link
   * ApiException.Kind#CONFLICT} if the object has another one by now.
   */
  public static Patch merge(Map<String, Object> fields) {
    return new Patch(Type.MERGE, fields, false);
  }

  /** A JSON patch; a failed {@code test} is {@link ApiException.Kind#INVALID}. */
  public static Patch json(List<Map<String, Object>> operations) {
    return new Patch(Type.JSON, operations, false);
  }

  /** The same for the subresource {@code status}. */
  public Patch toStatus() {
    return new Patch(type, body, true);
  }
}
