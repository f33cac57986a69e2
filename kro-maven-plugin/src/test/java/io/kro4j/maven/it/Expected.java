package io.kro4j.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code expected} folder of a case:
 *
 * <ul>
 *   <li>{@code log.txt}: what the plugin logged;
 *   <li>{@code files.txt}: the files that are there afterwards, apart from sources;
 *   <li>a folder, such as {@code manifests/}: if it is there, also what is in the files of that
 *       folder.
 * </ul>
 *
 * <p>With {@code KRO_OVERWRITE} set in the environment it is rewritten, and the case still fails.
 */
public final class Expected {
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
                  if (withContents) {
                    actual.put(name + "/" + file, text);
                  }
                });
      }
    }
    actual.put("files.txt", lines(List.copyOf(output.keySet())));
    actual.put(
        "log.txt",
        lines(GoalLog.of(Files.readAllLines(project.resolve("build.log")), project.toString())));
    return actual;
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
