package io.kro4j.compiler.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The map of a scalar names, for each decoded character, the very characters it came from. */
class ScalarMapTest {
  private static final int GENERATED = 20_000;

  private static final String[] WORDS = {
    "a",
    "word",
    "${x.y}",
    "é",
    "😀",
    "#",
    "x:y",
    "-",
    "'",
    "\"",
    "\\",
    "''",
    "\\\"",
    "\\\\",
    "\\n",
    "\\t",
    "\\x41",
    "\\u00e9",
    "\\U0001F600",
    "\\ud83d\\ude00",
    "\\\n",
    "\\\n   ",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\n \n",
    "\n   more",
    "\r\n",
    "\r",
    "\u0085",
    "\u2028",
    "\n\tx",
    "z"
  };

  private static final String[] HEADERS = {
    "|", ">", "|-", ">-", "|+", ">+", "|2", ">1", "|1-", ">-3", "|+2", ">2+ # note", "| # note"
  };

  static Stream<Arguments> styles() {
    return Stream.of(
        Arguments.of("plain", "a: one ${MARK} two\n", "one ${MARK} two"),
        Arguments.of("plain over lines", "a: one\n  two\n\n  ${MARK}\n", "one two\n${MARK}"),
        Arguments.of("single-quoted", "a: 'it''s ''${MARK}'''\n", "it's '${MARK}'"),
        Arguments.of(
            "single-quoted, folded", "a: 'one  \n   two\n\n  ${MARK}'", "one two\n${MARK}"),
        Arguments.of("one-letter escapes", "a: \"\\t\\\\\\\" ${MARK}\"", "\t\\\" ${MARK}"),
        Arguments.of(
            "numeric escapes",
            "a: \"\\x41\\u00e9\\U0001F600\\ud83d\\ude00${MARK}\"",
            "Aé😀😀${MARK}"),
        Arguments.of("continued line", "a: \"one \\\n    two${MARK}\"", "one two${MARK}"),
        Arguments.of(
            "double-quoted, folded", "a: \"one\n  two\n\n\n  ${MARK}\"", "one two\n\n${MARK}"),
        Arguments.of("astral before", "a: \"😀😀 ${MARK}\"", "😀😀 ${MARK}"),
        Arguments.of("literal", "a: |\n  one\n    two ${MARK}\n", "one\n  two ${MARK}\n"),
        Arguments.of("literal, strip", "a: |-\n  one\n  ${MARK}\n\n", "one\n${MARK}"),
        Arguments.of("literal, keep", "a: |+\n  one\n  ${MARK}\n\n", "one\n${MARK}\n\n"),
        Arguments.of("literal, indented by 1", "a: |1\n   one\n  ${MARK}\n", "  one\n ${MARK}\n"),
        Arguments.of("literal, CRLF", "a: |\r\n  one\r\n  ${MARK}\r\n", "one\n${MARK}\n"),
        Arguments.of("literal, no line end", "a: |\n  one\n  ${MARK}", "one\n${MARK}"),
        Arguments.of("literal in a list", "- - |2\n     one ${MARK}\n", " one ${MARK}\n"),
        Arguments.of("folded", "a: >\n  one\n  two\n\n  ${MARK}\n", "one two\n${MARK}\n"),
        Arguments.of(
            "folded, with an indented line",
            "a: >-\n\n  one\n    two\n  ${MARK}\n  end\n",
            "\none\n  two\n${MARK} end"),
        Arguments.of("after properties", "a: !!str &b # note\n  \"\\t${MARK}\"", "\t${MARK}"),
        Arguments.of("tab in a line", "a: one\ttwo\t${MARK}\t# note", "one\ttwo\t${MARK}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("styles")
  void aPlaceAfterEscapesAndFoldsIsExact(String style, String source, String decoded) {
    MappedText text = onlyText(source);

    assertThat(text.value()).isEqualTo(decoded);
    int mark = decoded.indexOf("MARK");
    assertThat(text.span(mark, mark + 4).start()).isEqualTo(source.indexOf("MARK"));
    assertThat(text.span(mark, mark + 4).text()).isEqualTo("MARK");
  }

  @Test
  void anEscapeIsOnePlace() {
    MappedText text = onlyText("a: \"x\\u0041\\U0001F600y\"");

    assertThat(text.span(1, 2).text()).isEqualTo("\\u0041");
    assertThat(text.span(2, 3).text()).isEqualTo("\\U0001F600");
    assertThat(text.span(3, 4).text()).isEqualTo("\\U0001F600");
    assertThat(text.span(4, 5).text()).isEqualTo("y");
  }

  @Test
  void aFoldedLineEndIsTheWhiteSpaceItReplaces() {
    MappedText text = onlyText("a: one  \n    two");

    assertThat(text.span(3, 4).text()).isEqualTo("  \n    ");
  }

  @Test
  void theSpanOfAScalarHasItsQuotesAndNotItsProperties() {
    assertThat(onlyText("a: &x !!str 'b' # c").span().text()).isEqualTo("'b'");
    assertThat(onlyText("a: |-\n  b\n\n\n").span().text()).isEqualTo("|-\n  b");
  }

  @Test
  void generatedScalarsMapToTheCharactersTheyCameFrom() {
    Random random = new Random(20_261_101);
    int checked = 0;
    for (int i = 0; i < GENERATED; i++) {
      String source = generated(random);
      List<String> expected = libraryValues(source);
      if (expected.isEmpty()) {
        continue;
      }
      List<MappedText> texts = texts(source);
      assertThat(texts).as(source).extracting(MappedText::value).containsSubsequence(expected);
      texts.forEach(text -> assertExact(source, text));
      checked++;
    }
    assertThat(checked).isGreaterThan(GENERATED / 4);
  }

  /** Each decoded character is its source, an escape, a doubled quote, or a fold. */
  private static void assertExact(String source, MappedText text) {
    int previousEnd = 0;
    for (int i = 0; i < text.value().length(); i++) {
      Span span = text.span(i, i + 1);
      char decoded = text.value().charAt(i);
      String written = span.text();
      boolean lowSurrogate = Character.isLowSurrogate(decoded);
      assertThat(span.start()).as(source).isGreaterThanOrEqualTo(lowSurrogate ? 0 : previousEnd);
      previousEnd = span.end();
      boolean exact =
          written.equals(String.valueOf(decoded))
              || (decoded == '\'' && written.equals("''"))
              || (decoded == '\n' && List.of("\r\n", "\r", "\u0085").contains(written))
              || (decoded == ' ' && written.isBlank() && !written.isEmpty())
              || (decoded == ' ' && written.strip().equals("\u0085"))
              || written.matches("\\\\(x..|u....|U........|.)");
      assertThat(exact).as("%s at %d of %s: %s", (int) decoded, i, source, written).isTrue();
    }
  }

  private static String generated(Random random) {
    StringBuilder body = new StringBuilder();
    int words = 1 + random.nextInt(8);
    for (int i = 0; i < words; i++) {
      body.append(WORDS[random.nextInt(WORDS.length)]);
    }
    String before = random.nextBoolean() ? "- " : "- 😀\n- ";
    return switch (random.nextInt(4)) {
      case 0 -> before + body.toString().replace("\n", "\n  ") + "\n- next";
      case 1 -> before + '\'' + body + "'\n- next";
      case 2 -> before + '"' + body + "\" # note\n- next";
      default ->
          before
              + HEADERS[random.nextInt(HEADERS.length)]
              + "\n"
              + (random.nextBoolean() ? "  " : "    ")
              + body.toString().replace("\n", "\n  ")
              + (random.nextBoolean() ? "\n- next" : "");
    };
  }

  /** What the library decodes, or nothing if it refuses the text. */
  private static List<String> libraryValues(String source) {
    List<String> values = new ArrayList<>();
    try {
      for (Event event : new Yaml().parse(new StringReader(source))) {
        if (event instanceof ScalarEvent scalar && !scalar.isPlain()) {
          values.add(scalar.getValue());
        }
      }
    } catch (YAMLException e) {
      return List.of();
    }
    return values;
  }

  private static MappedText onlyText(String source) {
    List<MappedText> texts = texts(source);
    assertThat(texts).hasSize(1);
    return texts.get(0);
  }

  private static List<MappedText> texts(String source) {
    List<MappedText> texts = new ArrayList<>();
    YamlReader.read(SourceFile.of("test.yaml", source), YamlLimits.DEFAULT)
        .value()
        .orElseThrow()
        .forEach(document -> collect(document.root(), texts));
    return texts;
  }

  private static void collect(YamlValue value, List<MappedText> texts) {
    if (value instanceof YamlValue.Text text) {
      texts.add(text.text());
    } else if (value instanceof YamlValue.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, texts));
    } else if (value instanceof YamlValue.Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), texts));
    }
  }
}
