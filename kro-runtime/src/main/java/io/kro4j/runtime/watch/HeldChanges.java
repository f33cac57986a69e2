package io.kro4j.runtime.watch;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of objects that a subscriber is writing right now. The watch event of a write often comes
 * before the answer to it; only with that answer can it be told from a change that others made.
 */
final class HeldChanges {
  private final Map<ObjectKey, Held> objects = new HashMap<>();

  /** A write begins; another one of the same object may be under way. */
  void begin(ObjectKey key) {
    objects.computeIfAbsent(key, object -> new Held()).writes++;
  }

  /**
   * Something changed.
   *
   * @param key the object
   * @param before what was known of it
   * @return whether that is to be kept from the subscriber for now
   */
  boolean hold(ObjectKey key, @Nullable CachedObject before) {
    Held held = objects.get(key);
    if (held == null) {
      return false;
    }
    if (!held.isChanged) {
      held.isChanged = true;
      held.before = before;
    }
    return true;
  }

  /**
   * A write ends.
   *
   * @param key the object
   * @param written what it returned, null if it failed
   * @return what the subscriber knows, if something changed meanwhile and no other write is under
   *     way; otherwise null
   */
  @Nullable Held end(ObjectKey key, @Nullable CachedObject written) {
    Held held = objects.get(key);
    if (held == null) {
      return null;
    }
    held.writes--;
    if (written != null) {
      held.written = written;
    }
    if (held.writes > 0) {
      return null;
    }
    objects.remove(key);
    return held.isChanged ? held : null;
  }

  /** Of one object. */
  static final class Held {
    private int writes;
    private boolean isChanged;
    private @Nullable CachedObject before;
    private @Nullable CachedObject written;

    /** What the subscriber knew before anything changed; null if nothing. */
    @Nullable CachedObject before() {
      return before;
    }

    /** What the subscriber knows of the object: what it wrote, or else what it was told. */
    @Nullable CachedObject known() {
      return written == null ? before : written;
    }
  }
}
