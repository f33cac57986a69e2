package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupTestsTest {
  @TempDir Path base;

  @Test
  void saysWhichNamesNoGoldenFileCanHave() throws IOException {
    Files.createDirectories(base.resolve("folder"));
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Files.writeString(
        base.resolve("shop.test.yaml"),
        """
        group: shop
        steps:
        - name: created
          instance:
            apiVersion: example.com/v1
            kind: Shop
            metadata: {name: toys}
            spec: {title: Toys}
          expect: {golden: "golden\\0.yaml"}
        - name: same
          expect: {golden: folder}
        - name: again
          expect: {golden: shop.yaml/golden.yaml}
        """);
    Settings settings = Examples.settings(base, List.of("shop.yaml"));

    GoalReport report = new GroupTests(settings, List.of("shop.test.yaml"), false, true).run();

    assertThat(report.failure()).contains("3 steps failed");
    assertThat(report.messages())
        .extracting(Message::text)
        .contains(
            "`folder` cannot be the name of a golden file",
            "`shop.yaml/golden.yaml` cannot be the name of a golden file",
            "`golden\\x00.yaml` cannot be the name of a golden file");
  }

  @Test
  void leavesNoReportOfAnEarlierRun() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Files.writeString(
        base.resolve("shop.test.yaml"),
        """
        group: shop
        steps:
        - name: created
          instance:
            apiVersion: example.com/v1
            kind: Shop
            metadata: {name: toys}
            spec: {title: Toys}
        """);
    Settings settings = Examples.settings(base, List.of("shop.yaml"));
    GroupTests tests = new GroupTests(settings, List.of("shop.test.yaml"), false, false);
    Path report = settings.reporting().folder().resolve("TEST-kro.xml");

    assertThat(tests.run().failure()).isEmpty();
    assertThat(report).content().contains("failures=\"0\"");

    Files.writeString(base.resolve("shop.yaml"), Examples.BROKEN_SHOP);
    GroupTests again = new GroupTests(settings, List.of("shop.test.yaml"), false, false);

    assertThat(again.run().failure()).contains("1 error");
    assertThat(report).doesNotExist();
  }

  @Test
  void anInstanceWhoseNameIsGeneratedStaysTheSameFromStepToStep() throws IOException {
    Files.writeString(base.resolve("shop.yaml"), Examples.SHOP);
    Files.writeString(
        base.resolve("shop.test.yaml"),
        """
        group: shop
        steps:
        - name: created
          instance:
            apiVersion: example.com/v1
            kind: Shop
            metadata: {generateName: toys-}
            spec: {title: Toys}
          expect:
            manifests: [{kind: ConfigMap, metadata: {name: toys-xxxxx-page}}]
        - name: renamed
          patch: {spec: {title: Games}}
          expect:
            pruned: []
            manifests: [{kind: ConfigMap, metadata: {name: toys-xxxxx-page}, data: {title: Games}}]
        """);
    Settings settings = Examples.settings(base, List.of("shop.yaml"));

    GoalReport report = new GroupTests(settings, List.of("shop.test.yaml"), false, false).run();

    assertThat(report.messages())
        .extracting(Message::text)
        .last()
        .isEqualTo("1 test, 2 steps: 0 failed");
  }
}
