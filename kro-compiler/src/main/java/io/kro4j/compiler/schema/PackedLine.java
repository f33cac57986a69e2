package io.kro4j.compiler.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of the bundled Kubernetes schemas: the Kubernetes versions it holds for, such as {@code
 * 1.32-1.34,1.36}, a blank, and its content. It is cut out of the file only when asked for.
 */
final class PackedLine {
  private final String file;
  private final int start;
  private final int blank;
  private final int end;

  private PackedLine(String file, int start, int end) {
    this.file = file;
    this.start = start;
    this.blank = file.indexOf(' ', start);
    this.end = end;
  }

  /** The lines of a file, each of which ends with a line feed. */
  static List<PackedLine> of(String file) {
    List<PackedLine> lines = new ArrayList<>();
    int start = 0;
    for (int end = file.indexOf('\n'); end >= 0; end = file.indexOf('\n', start)) {
      lines.add(new PackedLine(file, start, end));
      start = end + 1;
    }
    return lines;
  }

  /** What follows the versions. */
  String content() {
    return file.substring(blank + 1, end);
  }

  /** The first word of the content. */
  String firstWord() {
    return file.substring(blank + 1, file.indexOf(' ', blank + 1));
  }

  /** What follows the first word of the content. */
  String afterFirstWord() {
    return file.substring(file.indexOf(' ', blank + 1) + 1, end);
  }

  /** The minor version at which the versions start. */
  int firstMinor() {
    return minor(versions().split("[-,]", -1)[0]);
  }

  /** Whether the line holds for a minor version. */
  boolean holdsFor(int minor) {
    for (String range : versions().split(",", -1)) {
      int dash = range.indexOf('-');
      int first = minor(dash < 0 ? range : range.substring(0, dash));
      int last = minor(range.substring(dash + 1));
      if (first <= minor && minor <= last) {
        return true;
      }
    }
    return false;
  }

  private String versions() {
    return file.substring(start, blank);
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }
}
