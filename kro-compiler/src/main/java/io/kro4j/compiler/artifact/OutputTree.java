package io.kro4j.compiler.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a run.
 *
 * @param files the text of each file by its path, relative to the output folder, with forward
 *     slashes; sorted by path
 */
public record OutputTree(SortedMap<String, String> files) {
  /** The file that lists what the compiler owns. */
  public static final String MANIFEST = ".kro-manifest.json";

  /** Copies the map and checks the paths. */
  public OutputTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    files.keySet().forEach(OutputPath::require);
  }

  /** The tree of some files. */
  static OutputTree of(Map<String, String> files) {
    return new OutputTree(new TreeMap<>(files));
  }

  /**
   * The bytes of a file.
   *
   * @throws IllegalArgumentException if the tree has no such file
   */
  public byte[] bytes(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalArgumentException("no file " + path);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
