package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.message.GoalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
  @TempDir Path base;

  @Test
  void saysWhereThereIsNoManifest() throws IOException {
    Files.writeString(
        base.resolve("web.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        ---
        replicas: 3
        ---
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-}}
        - web
        """);

    GoalReport report = draft(List.of("web.yaml"));

    assertThat(report.failure()).contains("3 errors");
    assertThat(texts(report))
        .containsExactly(
            "web.yaml:5:1: error: the object has no `apiVersion` [render.invalid-object]",
            "  5 | replicas: 3",
            "    | ^^^^^^^^",
            "  help: write objects as `kubectl get -o yaml` does",
            "web.yaml:10:4: error: the object has no `metadata.name` [render.invalid-object]",
            "  10 | - {apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-}}",
            "     |    ^^^^^^^^^^",
            "  help: write objects as `kubectl get -o yaml` does",
            "web.yaml:11:3: error: this is no object of Kubernetes, but a string"
                + " [render.invalid-object]",
            "  11 | - web",
            "     |   ^^^",
            "  help: write objects as `kubectl get -o yaml` does",
            "`mvn kro:explain -Did=<id>` tells more about a finding",
            "help: -Dkro.excludes=<files> leaves out what is no manifest");
    assertThat(base.resolve("drafts")).doesNotExist();
  }

  @Test
  void saysThatManifestsAreNeeded() throws IOException {
    assertThat(texts(draft(List.of())))
        .containsExactly(
            "parameter `manifests`: name the manifests, such as -Dkro.init.manifests=deploy");
  }

  private GoalReport draft(List<String> manifests) throws IOException {
    Drafts.Wish wish = new Drafts.Wish(manifests, Optional.empty(), Optional.empty());
    return new Drafts(Examples.settings(base, List.of()), wish, base.resolve("drafts")).run();
  }

  private static List<String> texts(GoalReport report) {
    return report.messages().stream().flatMap(message -> message.text().lines()).toList();
  }
}
