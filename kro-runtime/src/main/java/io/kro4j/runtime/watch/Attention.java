package io.kro4j.runtime.watch;

import io.kro4j.compiler.schema.PlainJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which changes a subscriber is told of. That an object comes, goes, is replaced by one of the same
 * name, or begins to be deleted, is always told.
 */
public final class Attention {
  private static final List<String> MARKS =
      List.of("labels", "annotations", "finalizers", "ownerReferences");

  private final boolean owned;
  private final boolean marks;
  private final PathTree paths;

  private Attention(boolean owned, boolean marks, PathTree paths) {
    this.owned = owned;
    this.marks = marks;
    this.paths = paths;
  }

  /** To these paths; the subscriber's projection must keep them. */
  public static Attention to(Collection<FieldPath> paths) {
    return new Attention(false, false, PathTree.of(paths));
  }

  /** Also to {@link CachedObject#owned()}. */
  public Attention andOwned() {
    return new Attention(true, marks, paths);
  }

  /** Also to labels, annotations, finalizers and owner references. */
  public Attention andMarks() {
    return new Attention(owned, true, paths);
  }

  boolean isDrawnBy(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (before == null || after == null) {
      return true;
    }
    if (before.hasSameContent(after)) {
      return false;
    }
    return !before.uid().equals(after.uid())
        || before.isDeleting() != after.isDeleting()
        || (owned && !before.owned().equals(after.owned()))
        || contentDiffers(before.content(), after.content());
  }

  /**
   * Whether an answer to a write of the subscriber's own has what it did not write: a subscriber to
   * marks writes status and metadata. What others write changes the generation; what comes with a
   * new schema, defaults, changes the spec alone.
   */
  boolean isOvertaken(@Nullable CachedObject before, @Nullable CachedObject answer) {
    return marks
        && before != null
        && answer != null
        && before.uid().equals(answer.uid())
        && (before.generation() != answer.generation()
            || !Objects.equals(before.content().get("spec"), answer.content().get("spec")));
  }

  private boolean contentDiffers(Map<String, Object> before, Map<String, Object> after) {
    return (marks && marksDiffer(before, after)) || !paths.of(before).equals(paths.of(after));
  }

  private static boolean marksDiffer(Map<String, Object> before, Map<String, Object> after) {
    Map<String, Object> one = PlainJson.object(before.get("metadata"));
    Map<String, Object> other = PlainJson.object(after.get("metadata"));
    return MARKS.stream().anyMatch(mark -> !Objects.equals(one.get(mark), other.get(mark)));
  }
}
