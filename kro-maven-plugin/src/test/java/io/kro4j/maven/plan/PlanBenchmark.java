package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.git.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a plan takes over a repository with 1000 files of instances. Its name keeps it out of
 * ordinary runs: {@code mvn -pl kro-maven-plugin test -Dtest=PlanBenchmark}.
 */
class PlanBenchmark {
  private static final int INSTANCES = 1000;
  private static final int RUNS = 3;
  private static final String FILE = "src/main/kro/shop.yaml";

  @TempDir Path folder;

  @Test
  void measure() throws IOException, GitAPIException {
    try (History history = History.init(folder).write(FILE, PlanExamples.SHOP)) {
      for (int i = 0; i < INSTANCES; i++) {
        history.write("live/shop-" + i + ".yaml", instance(i, "small"));
      }
      history.commit();
      history.branch("work");
      for (int i = 0; i < 10; i++) {
        history.write("live/shop-" + i + ".yaml", instance(i, "medium"));
      }
      report("10 of 1000 instances changed", 10);
      history.write(FILE, PlanExamples.SHOP.replace("colour: green", "colour: red"));
      report("the API of 1000 instances changed", INSTANCES);
    }
  }

  private void report(String what, int changed) throws IOException {
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      String text = PlanRuns.text(folder);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      System.out.println(what + ": " + took.toMillis() + " ms");
      assertThat(text.lines().filter(line -> line.contains("in live/shop-")).count())
          .isEqualTo(Math.min(changed, 20));
    }
  }

  private static String instance(int i, String size) {
    return String.join(
        "\n",
        List.of(
            "apiVersion: example.com/v1",
            "kind: Shop",
            "metadata:",
            "  name: shop-" + i,
            "  namespace: shops",
            "spec:",
            "  title: Shop " + i,
            "  size: " + size,
            ""));
  }
}
