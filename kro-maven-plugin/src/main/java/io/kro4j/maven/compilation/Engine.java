package io.kro4j.maven.compilation;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells one build of the compiler from another: a snapshot keeps its version when it changes, and a
 * user may replace a library of the plugin. It looks at names, sizes and times of the class path
 * instead of its bytes, which would take longer than most compilations that it saves.
 */
final class Engine {
  private Engine() {}

  /** One line for each file that this plugin consists of. */
  static List<String> identity() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path entry : classPath(Engine.class.getClassLoader())) {
      if (Files.isDirectory(entry)) {
        try (Stream<Path> files = Files.walk(entry)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            lines.add(line(file));
          }
        }
      } else if (Files.exists(entry)) {
        lines.add(line(entry));
      }
    }
    return lines;
  }

  private static String line(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return file + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis();
  }

  private static List<Path> classPath(ClassLoader loader) {
    if (loader instanceof URLClassLoader urls) {
      return Stream.of(urls.getURLs()).map(Engine::path).toList();
    }
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      // Maven makes these URLs from files; one with a space in it is not a valid URI.
      return Path.of(URI.create(url.toString().replace(" ", "%20")));
    }
  }
}
