package io.kro4j.compiler.artifact.drift;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.ExistingFiles;
import io.kro4j.compiler.artifact.ExistingFiles.Existing;
import io.kro4j.compiler.artifact.OutputManifest;
import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.drift.Drift.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what in an output folder is not as it should be. It goes by the bytes in the folder and not
 * by what its manifest says of them; the manifest only tells what was changed by hand from what is
 * merely old. Line ends of checked-out files do not count: Git may turn LF into CRLF.
 */
public final class DriftFinder {
  private final SortedMap<String, Digest> expected;
  private final ExistingFiles existing;
  private final boolean manifestReadable;
  private final Map<String, Digest> owned = new TreeMap<>();

  private DriftFinder(SortedMap<String, Digest> expected, ExistingFiles existing) {
    this.expected = expected;
    this.existing = existing;
    if (existing.at(OutputTree.MANIFEST) instanceof Existing.File file) {
      Optional<OutputManifest> manifest = OutputManifest.read(file.text());
      manifest.ifPresent(known -> owned.putAll(known.files()));
      this.manifestReadable = manifest.isPresent();
    } else {
      this.manifestReadable = false;
    }
  }

  /**
   * Compares.
   *
   * @param expected the digest of each file that the folder should hold, by its path; that of its
   *     manifest is among them
   * @param existing what it holds; is read by several threads
   * @return what differs, in the order of the paths; empty if nothing does
   */
  public static List<Drift> find(SortedMap<String, Digest> expected, ExistingFiles existing) {
    return isAsExpected(expected, existing)
        ? List.of()
        : new DriftFinder(expected, existing).find();
  }

  /** Reads no manifest, which takes longer than all the rest: the right one owns what it should. */
  private static boolean isAsExpected(SortedMap<String, Digest> expected, ExistingFiles existing) {
    return expected.keySet().containsAll(existing.paths()) && isThere(expected, existing);
  }

  /**
   * Whether a folder holds all files that it should, whatever else it holds.
   *
   * @param expected as for {@link #find}
   * @param existing likewise
   */
  public static boolean isThere(SortedMap<String, Digest> expected, ExistingFiles existing) {
    return expected.entrySet().parallelStream()
        .allMatch(
            file ->
                existing.at(file.getKey()) instanceof Existing.File found
                    && found.generatedDigest().equals(file.getValue()));
  }

  /** The digests of the files of a tree, by their paths. */
  public static SortedMap<String, Digest> digests(OutputTree tree) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    tree.files().forEach((path, text) -> digests.put(path, Digest.ofText(text)));
    return digests;
  }

  private List<Drift> find() {
    TreeSet<String> others = new TreeSet<>(existing.paths());
    if (expected.keySet().stream().noneMatch(DriftFinder::isGlue)) {
      others.removeIf(DriftFinder::isGlue);
    }
    others.addAll(owned.keySet());
    others.removeAll(expected.keySet());
    return Stream.concat(
            expected.keySet().stream().flatMap(path -> expected(path).stream()),
            others.stream().flatMap(path -> other(path).stream()))
        .sorted(Comparator.comparing(Drift::path))
        .toList();
  }

  /** Who has nothing generated for other tools may have a folder of that name. */
  private static boolean isGlue(String path) {
    return path.startsWith(OutputPath.GITOPS + "/");
  }

  private Optional<Drift> expected(String path) {
    Existing found = existing.at(path);
    if (found instanceof Existing.Nothing) {
      return Optional.of(new Drift(path, Reason.MISSING, true));
    }
    if (!(found instanceof Existing.File file)) {
      return Optional.of(new Drift(path, Reason.FOREIGN, true));
    }
    Digest digest = file.generatedDigest();
    return digest.equals(expected.get(path))
        ? Optional.empty()
        : Optional.of(new Drift(path, reason(path, digest), true));
  }

  private Optional<Drift> other(String path) {
    if (!owned.containsKey(path)) {
      return Optional.of(new Drift(path, Reason.FOREIGN, false));
    }
    Existing found = existing.at(path);
    if (found instanceof Existing.Nothing) {
      return Optional.empty();
    }
    Reason reason =
        found instanceof Existing.File file ? reason(path, file.generatedDigest()) : Reason.FOREIGN;
    return Optional.of(new Drift(path, reason, false));
  }

  private Reason reason(String path, Digest found) {
    if (path.equals(OutputTree.MANIFEST)) {
      return manifestReadable ? Reason.STALE : Reason.EDITED;
    }
    if (!owned.containsKey(path)) {
      return Reason.FOREIGN;
    }
    return found.equals(owned.get(path)) ? Reason.STALE : Reason.EDITED;
  }
}
