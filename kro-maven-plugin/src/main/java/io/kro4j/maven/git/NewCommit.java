package io.kro4j.maven.git;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A commit to be made.
 *
 * @param parent the commit it builds upon; none starts a branch
 * @param writes the bytes of each file to write, by path
 * @param deletes the paths of files to delete
 * @param message the message
 * @param author who makes it
 * @param sign whether it is signed
 */
public record NewCommit(
    Optional<Commit> parent,
    Map<String, byte[]> writes,
    SortedSet<String> deletes,
    String message,
    Identity author,
    boolean sign) {
  /** Copies the collections. */
  public NewCommit {
    writes = Collections.unmodifiableMap(new TreeMap<>(writes));
    deletes = Collections.unmodifiableSortedSet(new TreeSet<>(deletes));
  }
}
