package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the distribution says of the licences of the libraries in it. */
class LicencesIT {
  private static final Path DISTRIBUTION = Path.of("target", "kro-runtime");
  private static final Path LICENCES = DISTRIBUTION.resolve("licenses");
  private static final Pattern LIBRARY =
      Pattern.compile("\\s+\\((.+?)\\) .* \\([^:]+:([^:]+):([^:]+) - [^)]*\\)");

  /** Licences by the names of jars. */
  private static final Map<String, String> LIBRARIES = new TreeMap<>();

  private static final Map<String, String> NAMES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (String line : Files.readAllLines(LICENCES.resolve("THIRD-PARTY.txt"))) {
      Matcher library = LIBRARY.matcher(line);
      if (library.matches()) {
        String jar = library.group(2) + "-" + library.group(3) + ".jar";
        LIBRARIES.put(jar, library.group(1));
        NAMES.put(jar, library.group(2));
      }
    }
  }

  @Test
  void everyLibraryIsListed() throws IOException {
    try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .filteredOn(jar -> !jar.equals("kro-runtime.jar"))
          .containsExactlyInAnyOrderElementsOf(LIBRARIES.keySet());
    }
  }

  /** That of Apache is ours too. */
  @Test
  void everyOtherLicenceIsThere() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("LICENSE", "NOTICE", "THIRD-PARTY.txt"));
    for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
      if (!library.getValue().equals("Apache-2.0") && !holdsItsLicence(library.getKey())) {
        expected.add(NAMES.get(library.getKey()) + ".txt");
      }
    }
    try (Stream<Path> files = Files.list(LICENCES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static boolean holdsItsLicence(String name) throws IOException {
    try (JarFile jar = new JarFile(DISTRIBUTION.resolve("lib").resolve(name).toFile())) {
      return jar.stream().anyMatch(entry -> entry.getName().startsWith("META-INF/LICENSE"));
    }
  }
}
