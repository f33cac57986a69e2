package io.kro4j.maven.compilation;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.drift.DriftFinder;
import io.kro4j.compiler.artifact.files.OutputDirectory;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.ProjectFolders;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a run that had no errors. A run that would read the same need not compile: it has
 * the same findings, and the same files to expect. What is in the output folder is always looked at
 * anew.
 *
 * <p>The file has one record to a line: {@code key <digest>}, {@code groups <number>}, {@code file
 * <digest> <name>} and those of {@link FindingLines}.
 *
 * @param key the key of the run, see {@link RunKey}
 * @param groups how many groups there are
 * @param files the digest of the text of each file that comes out, by name below the output folder;
 *     empty if the run did not make them
 * @param found what the compiler found
 */
public record CompileState(String key, int groups, SortedMap<String, Digest> files, Found found) {
  private static final String HEADER = "kro4j compile state 2";
  private static final String SUFFIX = ".state";

  /** Copies the collections. */
  public CompileState {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * What any goal of a project found out in a run of the same key and what files came of it, if it
   * is known.
   *
   * @param inputs what the key was made of
   * @throws IOException if the folder of the states cannot be looked at
   */
  public static Optional<CompileState> find(ProjectFolders folders, String key, Inputs inputs)
      throws IOException {
    return inputs.mistakes().isEmpty() ? find(folders.state(), key, inputs) : Optional.empty();
  }

  /**
   * The state that any goal left in a folder after a run of the same key, with files if there is
   * such a one; empty if there is none or it is not understood: then there is work to do.
   *
   * @param inputs what the key was made of
   */
  static Optional<CompileState> find(Path folder, String key, Inputs inputs) throws IOException {
    List<CompileState> states = new ArrayList<>();
    if (Files.isDirectory(folder) && Files.isReadable(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path file : entries.filter(CompileState::isState).sorted().toList()) {
          read(file, key, inputs).ifPresent(states::add);
        }
      }
    }
    return states.stream()
        .filter(state -> !state.files().isEmpty())
        .findFirst()
        .or(() -> states.stream().findFirst());
  }

  private static boolean isState(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file);
  }

  private static Optional<CompileState> read(Path file, String key, Inputs inputs)
      throws IOException {
    try {
      List<String> lines = Files.readAllLines(file);
      boolean same =
          lines.size() > 2 && lines.get(0).equals(HEADER) && lines.get(1).equals("key " + key);
      return same
          ? Optional.of(parse(key, lines.subList(2, lines.size()), inputs))
          : Optional.empty();
    } catch (FileSystemException | CharacterCodingException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /** Writes the state for the next run. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER, "key " + key, "groups " + groups));
    files.forEach((name, digest) -> lines.add("file " + digest.text() + " " + name));
    lines.addAll(FindingLines.write(found));
    ChangedFile.write(file, String.join("\n", lines) + "\n");
  }

  /**
   * Writes the state of a goal that is not expected to write anything: only where Git does not see
   * it, or where another goal has made the folder. Where nothing may be written it does without.
   *
   * @throws IOException if the file cannot be written for another reason
   */
  public void writeUnseen(ProjectFolders folders, Path file) throws IOException {
    if (folders.cleanedByMaven() || Files.isDirectory(folders.state())) {
      try {
        write(file);
      } catch (FileSystemException refused) {
        // The next run finds out by itself what would be in the file.
      }
    }
  }

  /** Whether all files are in the folder as they come out; line ends of a checkout do not count. */
  public boolean isIn(Path output) {
    return !files.isEmpty() && DriftFinder.isThere(files, OutputDirectory.at(output));
  }

  private static CompileState parse(String key, List<String> lines, Inputs inputs) {
    int groups = 0;
    SortedMap<String, Digest> files = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "groups" -> groups = Integer.parseInt(words[1]);
        case "file" -> files.put(words[2], new Digest(words[1]));
        default -> findings.add(line);
      }
    }
    return new CompileState(key, groups, files, FindingLines.read(findings, inputs));
  }
}
