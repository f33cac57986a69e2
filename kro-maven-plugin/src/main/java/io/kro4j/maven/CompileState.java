package io.kro4j.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the last run read, wrote and said. A run that would read the same and finds its output as it
 * was left has nothing to do; it repeats what was said.
 *
 * <p>The file has one record to a line: {@code key <digest>}, {@code file <digest> <name>}, {@code
 * warning <text>}, {@code done <text>}.
 *
 * @param key the digest of everything that was read
 * @param files the digest of each file written, by name below the output folder
 * @param warnings what was said about the input
 * @param done what there is, in one sentence
 */
record CompileState(String key, Map<String, String> files, List<String> warnings, String done) {
  private static final String HEADER = "kro4j compile state 1";

  /** Copies the collections; the files are in the order of their names. */
  CompileState {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    warnings = List.copyOf(warnings);
  }

  /**
   * The state that a run left, or empty if there is none or it is not understood: then there is
   * work to do.
   */
  static Optional<CompileState> read(Path file) throws IOException {
    try {
      return parse(Files.readAllLines(file));
    } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Writes the state for the next run. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER, "key " + key));
    files.forEach((name, digest) -> lines.add("file " + digest + " " + name));
    warnings.forEach(warning -> lines.add("warning " + escape(warning)));
    lines.add("done " + escape(done));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  /** Whether a run of the same key would find each of its files in the folder as it left it. */
  boolean stillHolds(String key, Path output) throws IOException {
    if (!this.key.equals(key)) {
      return false;
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!file.getValue().equals(Fingerprint.ofFile(output.resolve(file.getKey())).orElse(""))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<CompileState> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      return Optional.empty();
    }
    String key = "";
    String done = "";
    Map<String, String> files = new TreeMap<>();
    List<String> warnings = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", 2);
      String rest = words[words.length - 1];
      switch (words[0]) {
        case "key" -> key = rest;
        case "file" -> files.put(rest.substring(rest.indexOf(' ') + 1), rest.split(" ", 2)[0]);
        case "warning" -> warnings.add(rest.translateEscapes());
        case "done" -> done = rest.translateEscapes();
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new CompileState(key, files, warnings, done));
  }

  /** The text on one line, as {@link String#translateEscapes} reads it. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
