package io.kro4j.compiler.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Compiles a folder of definitions whose outcome under upstream kro is known, and compares.
 *
 * <p>Not part of the test command: {@code mvn -pl kro-compiler test -Dtest=CorpusRunner
 * -Dkro.corpus=FOLDER [-Dkro.crds=FOLDER] [-Dkro.corpus.only=TEXT]}. Prints a line for each case
 * that differs with what differs, then totals, and fails if a difference has no reason in {@code
 * corpus-expected-differences.tsv} or if a reason there no longer applies.
 */
class CorpusRunner {
  @Test
  void everyDefinitionFaresAsItDoesUpstream() throws IOException {
    Path folder = Path.of(required("kro.corpus"));
    Path crds = Path.of(System.getProperty("kro.crds", folder.resolve("crds").toString()));
    String only = System.getProperty("kro.corpus.only", "");
    Corpus corpus = Corpus.read(folder, crds);
    ExpectedDifferences expected = ExpectedDifferences.read();
    Map<String, Integer> totals = new TreeMap<>();
    List<String> unexpected = new ArrayList<>();
    for (CorpusCase corpusCase : corpus.cases()) {
      if (!corpusCase.name().contains(only)) {
        continue;
      }
      List<String> differences = corpus.differences(corpusCase);
      String reason = expected.reason(corpusCase.name());
      String result = differences.isEmpty() ? "alike" : reason == null ? "differs" : "explained";
      totals.merge(result, 1, Integer::sum);
      if (!differences.isEmpty()) {
        out()
            .println(
                result + " " + corpusCase.name() + (reason == null ? "" : " (" + reason + ")"));
        differences.forEach(difference -> out().println("    " + difference));
      }
      if (result.equals("differs")) {
        unexpected.add(corpusCase.name());
      }
    }
    if (only.isEmpty()) {
      expected
          .unused()
          .forEach(name -> out().println("the reason given for " + name + " is unused"));
    }
    out().println("totals " + totals);
    assertThat(unexpected).as("cases that differ without a reason").isEmpty();
  }

  private static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    assertThat(value).as("-D%s=FOLDER", property).isNotNull();
    assertThat(Files.isDirectory(Path.of(value))).as(value + " is a folder").isTrue();
    return value;
  }
}
