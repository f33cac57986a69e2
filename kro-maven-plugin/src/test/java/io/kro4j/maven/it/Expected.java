package io.kro4j.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code expected} folder of a case:
 *
 * <ul>
 *   <li>{@code log.txt}, if it is there: what the plugin logged;
 *   <li>{@code files.txt}: the files that are there afterwards, apart from sources;
 *   <li>{@code kro.lock}: the lock, if there is one, with {@code <digest>} for digests;
 *   <li>a folder, such as {@code manifests/}: if it is there, also what is in the files of that
 *       folder.
 * </ul>
 *
 * <p>With {@code KRO_OVERWRITE} set in the environment it is rewritten, and the case still fails.
 */
public final class Expected {
  /**
   * What is not compared in the folder of a module: input, what is private to the plugin, and the
   * schemas of kro's own kinds, which are the same everywhere and compared in one case.
   */
  private static final Pattern NOT_COMPARED =
      Pattern.compile("^(?:pom\\.xml$|src/|target/kro/)|(?:^|[/-])schemas/kro\\.run/");

  private static final Pattern FINISHED = Pattern.compile("\\[INFO] Finished at: (\\S+)");

  private final Path project;

  /**
   * The expectations of a case.
   *
   * @param project the copy of the case in which Maven ran
   */
  public Expected(Path project) {
    this.project = project;
  }

  /**
   * Compares.
   *
   * @return true, which is what a script has to return
   * @throws IOException if a file cannot be read or written
   */
  public boolean check() throws IOException {
    Path expected = project.resolve("expected");
    Map<String, String> actual = actual(expected);
    if (System.getenv("KRO_OVERWRITE") != null) {
      overwrite(actual);
    }
    assertThat(actual).isEqualTo(texts(expected));
    return true;
  }

  /**
   * Compares what two runs wrote whose modules ran beside each other, so that the order of what
   * they logged is not known: that they logged neither warnings nor errors, and that the second run
   * wrote no file.
   *
   * @return true, which is what a script has to return
   * @throws IOException if a file cannot be read or written
   */
  public boolean checkTwoRuns() throws IOException {
    List<String> log = Files.readAllLines(project.resolve("build.log"));
    assertThat(log).noneMatch(line -> line.startsWith("[WARNING]") || line.startsWith("[ERROR]"));
    List<Instant> ends =
        log.stream().map(FINISHED::matcher).filter(Matcher::matches).map(Expected::end).toList();
    assertThat(ends).hasSize(2);
    assertThat(writtenSince(ends.get(0))).isEmpty();
    return check();
  }

  /** The log drops fractions of seconds; Maven takes longer than one to get to its first goal. */
  private static Instant end(Matcher finished) {
    return OffsetDateTime.parse(finished.group(1)).toInstant().plusSeconds(1);
  }

  private List<Path> writtenSince(Instant time) throws IOException {
    List<Path> written = new ArrayList<>();
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isAfter(time)) {
          written.add(project.relativize(file));
        }
      }
    }
    written.remove(Path.of("build.log"));
    return written;
  }

  private Map<String, String> actual(Path expected) throws IOException {
    Map<String, String> output = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    try (Stream<Path> entries = Files.list(project)) {
      for (Path folder : entries.filter(Expected::isOutput).toList()) {
        String name = folder.getFileName().toString();
        boolean withContents = Files.isDirectory(expected.resolve(name));
        texts(folder)
            .forEach(
                (file, text) -> {
                  output.put(name + "/" + file, text);
                  if (withContents && !NOT_COMPARED.matcher(file).find()) {
                    actual.put(name + "/" + file, isPlan(file) ? GoalLog.withoutIds(text) : text);
                  }
                });
      }
    }
    Path lock = project.resolve("kro.lock");
    if (Files.exists(lock)) {
      actual.put("kro.lock", GoalLog.withoutIds(Files.readString(lock)));
    }
    actual.put("files.txt", lines(List.copyOf(output.keySet())));
    if (Files.exists(expected.resolve("log.txt"))) {
      actual.put(
          "log.txt",
          lines(GoalLog.of(Files.readAllLines(project.resolve("build.log")), project.toString())));
    }
    return actual;
  }

  /** A plan names the commits that it compares. */
  private static boolean isPlan(String file) {
    return file.equals("plan.json") || file.equals("plan.md");
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** The folders that are neither input nor private to the plugin. */
  private static boolean isOutput(Path entry) {
    String name = entry.getFileName().toString();
    return Files.isDirectory(entry)
        && !List.of("expected", "src", "target").contains(name)
        && !name.startsWith(".");
  }

  private void overwrite(Map<String, String> actual) throws IOException {
    // target/it/<case> is a copy of src/it/<case>.
    Path cases = project.resolve("../../../src/it").normalize();
    Path source = cases.resolve(project.getFileName()).resolve("expected");
    for (Map.Entry<String, String> file : actual.entrySet()) {
      Path path = source.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
