package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
  private static final Path PAGE = Path.of("../docs/maven-plugin.md");

  @Test
  void thePageListsEveryPropertyOfEveryGoal() throws IOException {
    List<String> documented =
        matches(Files.readString(PAGE), "(?m)^\\| `\\w+` \\| `([\\w.]+)` \\|");

    List<String> existing =
        matches(
            Files.readString(DESCRIPTOR),
            ">\\$\\{((?:kro\\.[\\w.]+|id|group|skipTests|maven\\.test\\.skip))}<");

    assertThat(new TreeSet<>(documented)).isEqualTo(new TreeSet<>(existing)).isNotEmpty();
  }

  @Test
  void everyGoalHasAPage() throws IOException {
    String text = Files.readString(PAGE);
    List<String> goals = matches(Files.readString(DESCRIPTOR), "<goal>(\\w+)</goal>");
    goals.remove("help");

    for (String goal : goals) {
      List<String> pages =
          matches(text, "(?m)^\\| `kro:" + goal + "` \\|.*?\\]\\(([\\w-]+\\.md)[#)]");
      assertThat(pages).as(goal).hasSize(1);
      assertThat(PAGE.resolveSibling(pages.get(0))).content().contains("kro:" + goal);
    }
  }

  private static List<String> matches(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
