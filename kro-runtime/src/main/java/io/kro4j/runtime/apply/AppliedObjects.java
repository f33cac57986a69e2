package io.kro4j.runtime.apply;

import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.OwnedFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was applied for one instance since the process started: enough to know that an object needs
 * no other request. Losing it costs at most one request for each object.
 */
public final class AppliedObjects {
  private final Map<ObjectRef, Applied> objects = new ConcurrentHashMap<>();

  /**
   * An object that was applied.
   *
   * @param desired the digest of what was applied
   * @param uid the uid of the object
   * @param owned the fields that were ours right after
   * @param contest whether others change it again and again
   */
  record Applied(String desired, String uid, OwnedFields owned, Contest contest) {
    /** Whether nobody changed what is ours, and nothing else is desired by now. */
    boolean isLike(String digest, CachedObject live) {
      return desired.equals(digest) && uid.equals(live.uid()) && owned.equals(live.owned());
    }
  }

  Optional<Applied> get(ObjectRef ref) {
    return Optional.ofNullable(objects.get(ref));
  }

  void put(ObjectRef ref, Applied applied) {
    objects.put(ref, applied);
  }

  /** Forgets all but these. */
  public void retain(Set<ObjectRef> refs) {
    objects.keySet().retainAll(refs);
  }
}
