package io.kro4j.maven.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files in an archive or a folder that may hold CRDs. Only those that name the kind are taken:
 * a jar has many files that are of no concern here, and some of them, such as the templates of a
 * Helm chart, are no YAML.
 *
 * @param files the files, by name
 * @param searched how many YAML and JSON files were looked at
 * @param problem why it cannot be read, as the end of a sentence; then there are no files
 */
public record CrdFiles(List<CrdFile> files, int searched, Optional<String> problem) {
  /** An operator has some hundreds of CRDs at most; a jar has some thousands of other files. */
  private static final int MOST_FILES = 20_000;

  /** All CRDs of a large operator in one file have a tenth of it. */
  private static final int LARGEST_FILE = 32 * 1024 * 1024;

  /** What the bytes of all searched files may come to. */
  private static final long LARGEST_SUM = 256L * 1024 * 1024;

  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json");

  private static final Pattern KIND =
      Pattern.compile("\\bkind[\"']?\\s*:\\s*[\"']?CustomResourceDefinition");

  /** Copies the list. */
  public CrdFiles {
    files = List.copyOf(files);
  }

  /**
   * Looks for files with CRDs.
   *
   * @param path an archive or a folder
   * @throws IOException if a file cannot be read for reasons of the machine
   */
  public static CrdFiles in(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      return failed("may not be read by this user: " + path);
    }
    Search search = new Search();
    try {
      if (Files.isDirectory(path)) {
        search.folder(path);
      } else {
        search.archive(path);
      }
    } catch (ZipException | IllegalArgumentException broken) {
      return failed("is no jar or zip archive, or a damaged one");
    } catch (TooMuchException tooMuch) {
      return failed(tooMuch.reason());
    }
    search.found.sort(Comparator.comparing(CrdFile::name));
    return new CrdFiles(search.found, search.searched, Optional.empty());
  }

  private static CrdFiles failed(String problem) {
    return new CrdFiles(List.of(), 0, Optional.of(problem));
  }

  /** More than any project publishes; probably made to exhaust those who read it. */
  private static final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuchException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** What has been found so far. */
  private static final class Search {
    private final List<CrdFile> found = new ArrayList<>();
    private int searched;
    private long sum;

    void folder(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          if (isWanted(name)) {
            try (InputStream in = Files.newInputStream(file)) {
              add(name, in);
            }
          }
        }
      }
    }

    void archive(Path file) throws IOException {
      try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
        for (ZipEntry entry :
            (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
          if (!entry.isDirectory() && isWanted(entry.getName())) {
            try (InputStream in = zip.getInputStream(entry)) {
              add(entry.getName(), in);
            }
          }
        }
      }
    }

    private static boolean isWanted(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      return EXTENSIONS.stream().anyMatch(lower::endsWith);
    }

    /** The size that an archive states for an entry is not to be trusted. */
    private void add(String name, InputStream in) throws IOException {
      byte[] content = in.readNBytes(LARGEST_FILE + 1);
      searched++;
      sum += content.length;
      if (content.length > LARGEST_FILE) {
        throw new TooMuchException(
            "has a file of more than " + LARGEST_FILE / 1024 / 1024 + " MiB, `" + name + "`");
      }
      if (searched > MOST_FILES || sum > LARGEST_SUM) {
        throw new TooMuchException(
            "has more than "
                + MOST_FILES
                + " YAML and JSON files, or more than "
                + LARGEST_SUM / 1024 / 1024
                + " MiB of them");
      }
      // Each byte as a character, whatever the encoding: the words that are looked for are ASCII.
      if (KIND.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
        found.add(new CrdFile(name, content));
      }
    }
  }
}
