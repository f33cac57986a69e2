package io.kro4j.runtime.cluster;

import java.util.Map;

/**
 * What a watch tells.
 *
 * @param type what happened
 * @param object the object as it is now, or as it was last; of a bookmark only {@code
 *     metadata.resourceVersion} counts
 */
public record WatchEvent(Type type, Map<String, Object> object) {

  /** What happened to the object. */
  public enum Type {
    /** It is new, or came into the selection. */
    ADDED,
    /** It changed. */
    MODIFIED,
    /** It is gone, or left the selection; its resourceVersion is that of this moment. */
    DELETED,
    /** Nothing; all that happened up to this resourceVersion has been told. */
    BOOKMARK
  }
}
