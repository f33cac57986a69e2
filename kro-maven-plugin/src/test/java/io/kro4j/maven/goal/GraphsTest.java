package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphsTest {
  @TempDir Path base;

  @BeforeEach
  void sources() throws IOException {
    Files.createDirectories(base.resolve("src/main/kro"));
    Files.writeString(base.resolve("src/main/kro/shop.yaml"), Examples.SHOP);
    Files.writeString(base.resolve("src/main/kro/stall.yaml"), Examples.STALL);
  }

  @Test
  void drawsAllGroups() throws IOException {
    assertThat(texts(draw(null, List.of("dot"))))
        .containsExactly("Drawn pictures/shop.dot", "Drawn pictures/stall.dot");
  }

  @Test
  void drawsOneEvenIfAnotherIsBroken() throws IOException {
    Files.writeString(base.resolve("src/main/kro/shop.yaml"), Examples.BROKEN_SHOP);

    GoalReport report = draw("stall", List.of("mermaid"));

    assertThat(report.failure()).isEmpty();
    assertThat(texts(report)).containsExactly("Drawn pictures/stall.mmd");
    assertThat(draw("shop", List.of("mermaid")).failure()).contains("1 error, 1 warning");
  }

  @Test
  void leavesAPictureAloneThatIsTheSame() throws IOException {
    draw("shop", List.of("svg"));
    Path picture = base.resolve("pictures/shop.svg");
    Files.setLastModifiedTime(picture, FileTime.fromMillis(0));

    draw("shop", List.of("svg"));

    assertThat(Files.getLastModifiedTime(picture)).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void namesTheFileThatIsWhereAFolderIsToBe() throws IOException {
    Path file = Files.writeString(base.resolve("pictures"), "mine");

    assertThatThrownBy(() -> draw("shop", List.of("svg")))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(file.toString());
    assertThat(file).hasContent("mine");
  }

  @Test
  void saysWhichFormatsAndGroupsThereAre() throws IOException {
    GoalReport formats = draw("shop", List.of("svgs", "png"));
    assertThat(formats.failure()).contains("2 wrong parameters");
    assertThat(texts(formats))
        .containsExactly(
            "parameter `formats`: `svgs` is none of `mermaid`, `dot`, `svg`; did you mean `svg`?",
            "parameter `formats`: `png` is none of `mermaid`, `dot`, `svg`");
    assertThat(texts(draw("shops", List.of())))
        .contains("There is no group `shops` among the sources", "help: did you mean `shop`?");
    assertThat(base.resolve("pictures")).doesNotExist();
  }

  private GoalReport draw(@Nullable String group, List<String> formats) throws IOException {
    Settings settings = Examples.settings(base, List.of("src/main/kro"));
    return new Graphs(settings, group, formats, base.resolve("pictures")).run();
  }

  private static List<String> texts(GoalReport report) {
    return report.messages().stream().map(Message::text).toList();
  }
}
