package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderTest {
  @TempDir Path base;

  @Test
  void writesNoInstanceOverAnother() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Files.writeString(
        base.resolve("instances.yaml"), instance("a-b", "c") + "---\n" + instance("a", "b-c"));
    Settings settings = Examples.settings(base, List.of("shop.yaml"));
    Render render = new Render(settings, List.of("instances.yaml"), List.of(), true, "test");
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    GoalReport report = render.run(base.resolve("rendered"), none);

    assertThat(report.failure()).contains("1 file of several instances");
    assertThat(report.messages())
        .extracting(Message::text)
        .containsExactly(
            "several instances would be written to `shop-a-b-c.yaml`; render them one by one, to"
                + " different folders");
    assertThat(base.resolve("rendered")).doesNotExist();
  }

  @Test
  void namesAnInstanceWhoseNameIsGenerated() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Files.writeString(
        base.resolve("instance.yaml"),
        instance("default", "toys").replace("name: toys", "generateName: toys-"));
    Settings settings = Examples.settings(base, List.of("shop.yaml"));
    Render render = new Render(settings, List.of("instance.yaml"), List.of(), true, "test");
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    GoalReport report = render.run(base.resolve("rendered"), none);

    assertThat(report.failure()).isEmpty();
    assertThat(base.resolve("rendered/shop-default-toys-xxxxx.yaml"))
        .content()
        .startsWith("---\n# group shop, instance Shop default/toys-xxxxx\n")
        .contains("  name: toys-xxxxx-page\n", "kro.run/instance-name: toys-xxxxx\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0+1", "-1", "a b"})
  void writesNoVersionThatNoLabelCanHave(String version) throws IOException {
    Settings settings = Examples.settings(base, List.of("shop.yaml"));
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    GoalReport report = new Render(settings, List.of(), List.of(), true, version).run(null, none);

    assertThat(report.failure()).contains("1 wrong parameter");
    assertThat(report.messages())
        .extracting(Message::text)
        .containsExactly(
            "parameter `runtimeVersion`: `"
                + version
                + "` cannot be the value of a label; use at most 63 letters, digits, `-`, `_` and"
                + " `.`, with a letter or digit at both ends");
  }

  private static String instance(String namespace, String name) {
    return """
        apiVersion: example.com/v1
        kind: Shop
        metadata: {name: %s, namespace: %s}
        spec: {title: Toys}
        """
        .formatted(name, namespace);
  }
}
