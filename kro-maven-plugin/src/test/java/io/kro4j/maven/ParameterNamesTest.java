package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {
  private static final Path CLASSES = Path.of("target/classes");

  /**
   * Maven takes an element of a list, such as {@code report} in {@code reports}, for an object of
   * the class of that name in the goal's package if there is one.
   */
  @Test
  void noElementOfAListHasTheNameOfAClass() throws IOException {
    List<String> lists =
        Pattern.compile("<name>(\\w+)s</name>\\s*<type>java\\.util\\.List</type>")
            .matcher(Files.readString(CLASSES.resolve("META-INF/maven/plugin.xml")))
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();

    assertThat(lists).contains("report", "source");
    assertThat(lists).noneMatch(element -> isClass(element));
  }

  @Test
  void theEditorKnowsWhatToDoWithEveryGoal() throws IOException {
    assertThat(goals("META-INF/m2e/lifecycle-mapping-metadata.xml"))
        .containsExactlyInAnyOrderElementsOf(goals("META-INF/maven/plugin.xml"));
  }

  private static List<String> goals(String file) throws IOException {
    return Pattern.compile("<goal>(\\w+)</goal>")
        .matcher(Files.readString(CLASSES.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static boolean isClass(String element) {
    String name = Character.toUpperCase(element.charAt(0)) + element.substring(1);
    return Files.exists(CLASSES.resolve("io/kro4j/maven/" + name + ".class"));
  }
}
