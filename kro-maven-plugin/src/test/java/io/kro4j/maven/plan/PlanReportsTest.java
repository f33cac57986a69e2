package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.kro4j.maven.Examples;
import io.kro4j.maven.git.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan.json} and {@code plan.md} say of a change in which everything happens. */
class PlanReportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMA = Path.of("../docs/schemas/plan.schema.json");

  @TempDir Path folder;

  @Test
  void saysEverything() throws IOException, GitAPIException {
    try (History history = History.init(folder)) {
      String stall = Examples.STALL;
      history
          .write("src/main/kro/shop.yaml", PlanExamples.SHOP)
          .write("src/main/kro/stall.yaml", stall)
          .write("src/main/kro/tent.yaml", stall.replace("stall", "tent").replace("Stall", "Tent"));
      history.commit();
      history
          .branch("work")
          .write("src/main/kro/shop.yaml", PlanExamples.CHANGED_SHOP)
          .delete("src/main/kro/tent.yaml")
          .write(
              "src/main/kro/kiosk.yaml", stall.replace("stall", "kiosk").replace("Stall", "Kiosk"));
      history.commit();
      PlanRuns.text(
          folder,
          new PlanChanges.Request(
              "main", "work", List.of("**/*.yaml"), List.of("tent=nobody camps"), true));
    }
    Path reports = folder.resolve("target/kro-reports");
    String json = withoutIds(Files.readString(reports.resolve("plan.json")));
    Golden.check("plan/reports/plan.json", json);
    Golden.check("plan/reports/plan.md", withoutIds(Files.readString(reports.resolve("plan.md"))));
    assertFits(Files.readString(reports.resolve("plan.json")));
  }

  private static void assertFits(String json) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JSON.readTree(Files.readString(SCHEMA)));
    JsonNode document = JSON.readTree(json);
    assertThat(schema.validate(document)).isEmpty();
  }

  private static String withoutIds(String text) {
    return text.replaceAll("[0-9a-f]{40}", "<commit>").replaceAll("\\([0-9a-f]{10}\\)", "(<id>)");
  }
}
