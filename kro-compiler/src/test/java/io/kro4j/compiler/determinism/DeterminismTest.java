package io.kro4j.compiler.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same bytes come out, and the same findings, wherever and however the compiler runs: on one
 * thread or eight, with the files in any order, in other countries and time zones, with other
 * default character sets, in other folders, and in every process anew, as sets of the JDK have
 * another order in each.
 *
 * <p>With {@code -Dkro.otherJdk=<home of a JDK>} it runs on that one, too.
 */
class DeterminismTest {
  /** Names dotless letters, writes Arabic digits, has days and years of its own. */
  private static final List<Surroundings> SURROUNDINGS =
      List.of(
          Surroundings.here(
              1,
              "-Duser.language=tr",
              "-Duser.country=TR",
              "-Duser.timezone=Pacific/Apia",
              "-Dfile.encoding=ISO-8859-1"),
          Surroundings.here(
              8,
              "-Duser.language=ar",
              "-Duser.country=EG",
              "-Duser.timezone=America/St_Johns",
              "-Dfile.encoding=UTF-16"));

  @Test
  void sameEverywhere(@TempDir Path folder) throws IOException {
    List<CompletableFuture<List<String>>> elsewhere = new ArrayList<>();
    for (Surroundings surroundings : surroundings()) {
      Path own = folder.resolve("process-" + elsewhere.size());
      long order = elsewhere.size();
      elsewhere.add(CompletableFuture.supplyAsync(() -> surroundings.transcript(own, order)));
    }
    List<String> expected = Transcript.lines(1, 100, folder.resolve("one"));

    assertThat(expected.contains("== generated")).isTrue();
    assertThat(expected.stream().filter(line -> line.contains(": error: "))).hasSizeGreaterThan(99);
    assertThat(expected.stream().filter(line -> line.contains(" graphs/"))).hasSizeGreaterThan(99);
    assertSame(Transcript.lines(8, 101, folder.resolve("eight")), expected);
    for (CompletableFuture<List<String>> transcript : elsewhere) {
      assertSame(transcript.join(), expected);
    }
  }

  /** Shows the first lines that differ instead of thousands that do not. */
  private static void assertSame(List<String> actual, List<String> expected) {
    int same = 0;
    while (same < Math.min(actual.size(), expected.size())
        && actual.get(same).equals(expected.get(same))) {
      same++;
    }
    assertThat(excerpt(actual, same)).isEqualTo(excerpt(expected, same));
  }

  private static List<String> excerpt(List<String> lines, int from) {
    return lines.subList(Math.max(0, from - 3), Math.min(from + 5, lines.size()));
  }

  private static List<Surroundings> surroundings() {
    List<Surroundings> surroundings = new ArrayList<>(SURROUNDINGS);
    String other = System.getProperty("kro.otherJdk");
    if (other != null) {
      surroundings.add(new Surroundings(Path.of(other), List.of(), 2));
    }
    return surroundings;
  }
}
