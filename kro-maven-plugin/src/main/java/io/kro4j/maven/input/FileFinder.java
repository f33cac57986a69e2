package io.kro4j.maven.input;

import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds the files that a parameter such as {@code sources} names. Each entry is a file, a folder
 * (every file below it with a wanted extension) or an Ant pattern; relative ones start at the
 * project's folder.
 *
 * <p>Examples: {@code src/main/kro}, {@code groups/web-*.yaml}, {@code /etc/web.yaml}.
 */
public final class FileFinder {
  /** The endings of files for people. */
  public static final List<String> YAML = List.of(".yaml", ".yml");

  /** The endings of files that programs write too. */
  public static final List<String> YAML_OR_JSON = List.of(".yaml", ".yml", ".json");

  private final Path base;
  private final List<String> extensions;
  private final AntPatterns excludes;
  private final Path output;
  private final FileSource source;

  /**
   * A finder.
   *
   * @param base the project's folder
   * @param extensions the endings, with the dot, of the files that a folder stands for
   * @param excludes Ant patterns, relative to the project's folder, of files to leave out
   * @param output a folder whose files are never input
   * @param source where to look
   */
  FileFinder(
      Path base, List<String> extensions, List<String> excludes, Path output, FileSource source) {
    this.base = base.toAbsolutePath().normalize();
    this.extensions = List.copyOf(extensions);
    this.excludes = new AntPatterns(excludes);
    this.output = output.toAbsolutePath().normalize();
    this.source = source;
  }

  /**
   * The finder of a goal.
   *
   * @param extensions the endings, with the dot, of the files that a folder stands for
   * @param source where to look
   */
  public static FileFinder of(Settings settings, List<String> extensions, FileSource source) {
    return new FileFinder(
        settings.base(), extensions, settings.excludes(), settings.output(), source);
  }

  /**
   * What was found.
   *
   * @param files the files, sorted by name, each once
   * @param unmatched the entries that name nothing
   */
  public record Found(List<InputFile> files, List<String> unmatched) {
    /** Copies the lists. */
    public Found {
      files = List.copyOf(files);
      unmatched = List.copyOf(unmatched);
    }
  }

  /**
   * Finds and reads the files of some entries.
   *
   * @throws IOException if a file cannot be read
   */
  public Found find(List<String> entries) throws IOException {
    Map<Path, String> names = new TreeMap<>();
    List<String> unmatched = new ArrayList<>();
    for (String entry : entries) {
      List<Path> paths = paths(entry);
      if (paths.isEmpty()) {
        unmatched.add(entry);
      }
      paths.forEach(path -> names.put(path, name(path)));
    }
    List<InputFile> files = new ArrayList<>();
    for (Map.Entry<Path, String> file : names.entrySet()) {
      files.add(new InputFile(file.getValue(), source.read(file.getKey())));
    }
    files.sort(Comparator.comparing(InputFile::name));
    return new Found(files, unmatched);
  }

  private List<Path> paths(String entry) throws IOException {
    if (isPattern(entry)) {
      String fixed = fixedPart(entry);
      return scan(resolve(fixed), List.of(entry.substring(fixed.length())));
    }
    Path path = resolve(entry);
    if (source.isFolder(path)) {
      return scan(path, extensions.stream().map(extension -> "**/*" + extension).toList());
    }
    return source.isFile(path) ? List.of(path) : List.of();
  }

  private Path resolve(String path) {
    return base.resolve(path).normalize();
  }

  /** Whether an entry is a pattern and not the path of a file or folder. */
  public static boolean isPattern(String entry) {
    return !fixedPart(entry).equals(entry);
  }

  /** Whether an entry has, but for wildcards, only characters that a path may have here. */
  public static boolean isPath(String entry) {
    try {
      Path unused = Path.of(entry.replace('*', 'x').replace('?', 'x'));
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The part of an entry before its first segment with a wildcard; all of it if it has none. */
  public static String fixedPart(String entry) {
    for (int i = 0; i < entry.length(); i++) {
      if (entry.charAt(i) == '*' || entry.charAt(i) == '?') {
        return entry.substring(0, entry.replace('\\', '/').lastIndexOf('/', i) + 1);
      }
    }
    return entry;
  }

  private List<Path> scan(Path folder, List<String> includes) throws IOException {
    AntPatterns patterns = new AntPatterns(includes);
    List<Path> paths = new ArrayList<>();
    for (Path path : source.isFolder(folder) ? source.below(folder) : List.<Path>of()) {
      String name = folder.relativize(path).toString();
      boolean included = patterns.match(name) && !AntPatterns.LEFTOVERS.match(name);
      if (included && !isExcluded(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private boolean isExcluded(Path path) {
    return path.startsWith(output) || isExcluded(name(path));
  }

  /** Whether a file of this name is no input. */
  boolean isExcluded(String name) {
    return excludes.match(name.replace('\\', '/'));
  }

  /** The path from the project's folder, or the whole path if that is on another disk. */
  private String name(Path path) {
    Path shown = Objects.equals(path.getRoot(), base.getRoot()) ? base.relativize(path) : path;
    return Words.oneLine(shown.toString().replace('\\', '/'));
  }
}
