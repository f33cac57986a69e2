package io.kro4j.compiler.artifact;

import io.kro4j.compiler.artifact.ExistingFiles.Existing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be done so that the output folder holds a tree. Line ends of checked-out files do not
 * count: Git may turn LF into CRLF.
 *
 * @param unchanged the files that are as they should be
 * @param writes the text of each file to write
 * @param deletes the files that we own and no longer need
 * @param conflicts what is in the way; nothing may be done before these are settled
 */
public record OutputPlan(
    SortedSet<String> unchanged,
    SortedMap<String, String> writes,
    SortedSet<String> deletes,
    List<Conflict> conflicts) {

  /** Copies. */
  public OutputPlan {
    unchanged = Collections.unmodifiableSortedSet(new TreeSet<>(unchanged));
    writes = Collections.unmodifiableSortedMap(new TreeMap<>(writes));
    deletes = Collections.unmodifiableSortedSet(new TreeSet<>(deletes));
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Something in the way.
   *
   * @param path the path
   * @param reason why it is not simply overwritten or deleted
   */
  public record Conflict(String path, Reason reason) {}

  /** Why a path is not touched. */
  public enum Reason {
    /** The file is not ours: the manifest does not list it. */
    FOREIGN,
    /** The file is ours and was edited since. */
    EDITED,
    /** There is something that is not a file. */
    NOT_A_FILE,
    /** The manifest cannot be read, so nothing is known to be ours. */
    BROKEN_MANIFEST
  }

  /** Whether the folder is as it should be. */
  public boolean isUpToDate() {
    return writes.isEmpty() && deletes.isEmpty() && conflicts.isEmpty();
  }

  /**
   * Compares a tree with the output folder.
   *
   * @param tree what the folder shall hold
   * @param existing what it holds now
   */
  public static OutputPlan of(OutputTree tree, ExistingFiles existing) {
    return new Comparison(tree, existing, false).plan();
  }

  /**
   * Compares a tree with the output folder, and lets go what stands in the way: files that were
   * edited or are foreign are overwritten if the tree has them, a broken manifest is replaced. What
   * is not a file stays a conflict; a file that was edited and is no longer needed is kept.
   *
   * @param tree what the folder shall hold
   * @param existing what it holds now
   */
  public static OutputPlan overwriting(OutputTree tree, ExistingFiles existing) {
    return new Comparison(tree, existing, true).plan();
  }

  /** One comparison under way. */
  private static final class Comparison {
    private final OutputTree tree;
    private final ExistingFiles existing;
    private final boolean overwrite;
    private final SortedMap<String, Digest> owned = new TreeMap<>();
    private final SortedSet<String> unchanged = new TreeSet<>();
    private final SortedMap<String, String> writes = new TreeMap<>();
    private final SortedSet<String> deletes = new TreeSet<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    Comparison(OutputTree tree, ExistingFiles existing, boolean overwrite) {
      this.tree = tree;
      this.existing = existing;
      this.overwrite = overwrite;
    }

    OutputPlan plan() {
      readManifest();
      tree.files().forEach(this::compare);
      owned.keySet().stream().filter(path -> !tree.files().containsKey(path)).forEach(this::drop);
      return new OutputPlan(unchanged, writes, deletes, conflicts);
    }

    private void readManifest() {
      if (existing.at(OutputTree.MANIFEST) instanceof Existing.File file) {
        Optional<OutputManifest> manifest = OutputManifest.read(file.text());
        if (manifest.isPresent()) {
          owned.putAll(manifest.get().files());
        } else if (!overwrite) {
          conflicts.add(new Conflict(OutputTree.MANIFEST, Reason.BROKEN_MANIFEST));
        }
      }
    }

    private void compare(String path, String text) {
      Existing found = existing.at(path);
      if (found instanceof Existing.File file) {
        if (file.generatedText().equals(text)) {
          unchanged.add(path);
        } else if (overwrite || path.equals(OutputTree.MANIFEST) || isAsWeLeftIt(path, file)) {
          writes.put(path, text);
        } else {
          Reason reason = owned.containsKey(path) ? Reason.EDITED : Reason.FOREIGN;
          conflicts.add(new Conflict(path, reason));
        }
      } else if (found instanceof Existing.Nothing) {
        writes.put(path, text);
      } else {
        conflicts.add(new Conflict(path, Reason.NOT_A_FILE));
      }
    }

    private void drop(String path) {
      Existing found = existing.at(path);
      if (found instanceof Existing.File file) {
        if (isAsWeLeftIt(path, file)) {
          deletes.add(path);
        } else if (!overwrite) {
          conflicts.add(new Conflict(path, Reason.EDITED));
        }
      }
    }

    private boolean isAsWeLeftIt(String path, Existing.File file) {
      return file.generatedDigest().equals(owned.get(path));
    }
  }
}
