package io.kro4j.compiler.benchmark;

import io.kro4j.compiler.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * As many groups as one likes, each of six nodes and thirty expressions. They are made from a few
 * templates in turn, with the number of the group in names, fields, defaults and expressions, so
 * that no two of them hold the same.
 */
public final class GeneratedGroups {
  private static final List<String> TEMPLATES =
      List.of("web", "fleet", "backup", "store").stream().map(GeneratedGroups::template).toList();

  private GeneratedGroups() {}

  /**
   * Writes groups into a folder, one to a file.
   *
   * @param arguments the number of groups and the folder
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    for (SourceFile file : files(Integer.parseInt(arguments[0]))) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
  }

  /** The files of so many groups. */
  public static List<SourceFile> files(int groups) {
    return IntStream.rangeClosed(1, groups)
        .mapToObj(number -> SourceFile.of("group-" + number + ".yaml", text(number)))
        .toList();
  }

  private static String text(int number) {
    return TEMPLATES.get(number % TEMPLATES.size()).replace("@", Integer.toString(number));
  }

  private static String template(String name) {
    try (InputStream in = GeneratedGroups.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
