package io.kro4j.runtime.main.flags;

import io.kro4j.compiler.artifact.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/runtime-flags.md} says of each flag what the program says. */
class FlagsDocumentTest {
  private static final Path PAGE = Path.of("..", "docs", "runtime-flags.md");
  private static final String HEADER = "| flag | default | what it does | environment variable |";

  @Test
  void theTableIsThatOfTheProgram() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int first = lines.indexOf(HEADER) + 2;
    List<String> expected = new ArrayList<>(lines.subList(0, first));
    Flags.ALL.forEach(flag -> expected.add(row(flag)));
    lines.stream().skip(first).dropWhile(line -> line.startsWith("|")).forEach(expected::add);

    Fixtures.assertSame(PAGE, String.join("\n", expected) + "\n");
  }

  private static String row(Flag<?> flag) {
    String hint = flag.hint().isEmpty() ? "" : " " + flag.hint();
    return String.join(
        " | ",
        "| `--" + flag.name() + hint.replace("|", "\\|") + "`",
        flag.text().isEmpty() ? "–" : "`" + flag.text() + "`",
        flag.description(),
        "`" + flag.variable() + "` |");
  }
}
