package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.Json;
import io.kro4j.runtime.cluster.ObjectRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object as it was at one moment, as far as a {@link Projection} keeps it.
 *
 * <p>It is held as text, which takes a fifth of the memory of maps, and cannot be changed.
 */
public final class CachedObject {
  private static final String PART_OF = "applyset.kubernetes.io/part-of";

  private final ObjectRef ref;
  private final String uid;
  private final String resourceVersion;
  private final long revision;
  private final boolean isDeleting;
  private final long generation;
  private final @Nullable String partOf;
  private final byte[] content;
  private final OwnedFields owned;

  private CachedObject(ObjectRef ref, Map<String, Object> live, Projection projection) {
    Map<String, Object> metadata = PlainJson.object(live.get("metadata"));
    this.ref = ref;
    this.uid = PlainJson.text(metadata.get("uid")).orElse("");
    this.resourceVersion = PlainJson.text(metadata.get("resourceVersion")).orElse("");
    this.revision = Revision.of(resourceVersion);
    this.isDeleting = metadata.get("deletionTimestamp") != null;
    this.generation = metadata.get("generation") instanceof Number number ? number.longValue() : 0;
    this.partOf = PlainJson.text(PlainJson.at(metadata, "labels", PART_OF)).orElse(null);
    this.content = Json.write(projection.of(live));
    this.owned = projection.ownedOf(live);
  }

  /**
   * What is kept of an object.
   *
   * @param type its type
   * @param live the whole object as the API server has it
   * @param projection what is kept
   */
  public static CachedObject of(ApiType type, Map<String, Object> live, Projection projection) {
    return new CachedObject(ObjectRef.of(type, live), live, projection);
  }

  /** The object's name. */
  public ObjectRef ref() {
    return ref;
  }

  /** Its uid. */
  public String uid() {
    return uid;
  }

  /** Its resourceVersion. */
  public String resourceVersion() {
    return resourceVersion;
  }

  /** Whether it is about to be deleted. */
  public boolean isDeleting() {
    return isDeleting;
  }

  /** Its generation, which a change of status or metadata leaves; 0 if it has none. */
  public long generation() {
    return generation;
  }

  /** The ApplySet that it is a member of, by its label. */
  public Optional<String> partOf() {
    return Optional.ofNullable(partOf);
  }

  /** What the manager of the projection applied; nothing if the projection names none. */
  public OwnedFields owned() {
    return owned;
  }

  /** What is kept, as plain JSON that belongs to the caller; without managedFields. */
  public Map<String, Object> json() {
    Map<String, Object> json = content();
    PlainJson.object(json.get("metadata")).put("resourceVersion", resourceVersion);
    return json;
  }

  @Override
  public String toString() {
    return ref + " at " + resourceVersion;
  }

  /** What is kept, without the resourceVersion. */
  Map<String, Object> content() {
    try {
      return Json.read(content);
    } catch (IOException e) {
      throw new UncheckedIOException("text of our own that cannot be read", e);
    }
  }

  boolean hasSameContent(CachedObject other) {
    return Arrays.equals(content, other.content) && owned.equals(other.owned);
  }

  /** The resourceVersion as a number. */
  long revision() {
    return revision;
  }
}
