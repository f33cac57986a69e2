package io.kro4j.compiler.simpleschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerLexerTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      value = {
        "required=true -> required<true>",
        "~  required=true   default=5~ -> required<true> default<5>",
        "~required=true\tdefault=5\nminimum=1\u00a0maximum=2~ -> required<true> default<5> minimum<1> maximum<2>",
        "req uired=true -> required<true>",
        "description=\"a b | c\" -> description<a b | c>",
        "description=\"say \\\"hi\\\" \\\\ \\d\" -> description<say \"hi\" \\ \\d>",
        "default={\"a\": [1, 2]} required=true -> default<{\"a\": [1, 2]}> required<true>",
        "default=[a} -> default<[a}>",
        "default='a b=1 -> ~unknown marker `b`~",
        "default=a\"b c\"d -> default<a\"b c\"d>",
        "default= required=true -> default<> required<true>",
        "default=\"\" -> default<>",
        "default=a=b -> default<a=b>",
        "pattern=\"^\\w+$\" -> pattern<^\\w+$>",
      })
  void splitsAtWhiteSpaceOutsideQuotesAndBrackets(String text, String expected) {
    List<Marker> markers = lex(text);

    String found =
        markers.stream()
            .map(marker -> marker.name().text() + "<" + marker.value() + ">")
            .collect(Collectors.joining(" "));
    assertThat(diagnostics.hasErrors() ? messages().get(0) : found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "~~ -> ~there is no marker behind `|`~ -> ~~",
        "~ ~ -> ~there is no marker behind `|`~ -> ~ ~",
        "~required=true ~ -> ~there is white space behind the last marker~ -> ~ ~",
        "required -> marker `required` has no value -> required",
        "required=true optional -> marker `optional` has no value -> optional",
        "required = true -> there is white space around `=` -> required = true",
        "requird=true -> unknown marker `requird` -> requird",
        "required=true junk default=5 -> unknown marker `junkdefault` -> junk default",
        "required=true | default=5 -> a second `|` does not separate markers -> |",
        "=5 -> there is no marker name before `=` -> =",
        "default=\"a b -> the quote is never closed -> ~\"a b~",
        "default=\" -> the quote is never closed -> ~\"~",
        "default={\"a\": 1 -> the bracket is never closed -> ~{\"a\": 1~",
        "default=1} -> `}` closes a bracket that was never opened -> }",
      })
  void pointsAtWhatIsMalformed(String text, String message, String place) {
    lex(text);

    assertThat(messages()).containsExactly(message);
    assertThat(diagnostics.list().get(0).span().text()).isEqualTo(place);
  }

  @Test
  void reportsEveryUnknownMarker() {
    List<Marker> markers = lex("foo=1 required=true bar=2");

    assertThat(messages()).containsExactly("unknown marker `foo`", "unknown marker `bar`");
    assertThat(markers).extracting(Marker::name).containsExactly(MarkerName.REQUIRED);
  }

  @Test
  void suggestsTheMarkerThatWasMeant() {
    lex("minLenght=1");

    assertThat(diagnostics.list().get(0).help()).isEqualTo("did you mean `minLength`?");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPlaceIsInsideTheText(long seed) {
    Random random = new Random(seed);
    String alphabet = "a= \t\"\\{}[]|,5requireddefault\u00a0\u2028";
    for (int round = 0; round < 2_000; round++) {
      String text =
          random
              .ints(random.nextInt(24), 0, alphabet.length())
              .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
              .collect(Collectors.joining("", random.nextBoolean() ? "default=" : "", ""));
      MappedText mapped = Trees.text(text);
      Diagnostics found = new Diagnostics();
      List<Marker> markers = MarkerLexer.lex(mapped, found);

      assertThat(markers.isEmpty() && !found.hasErrors())
          .as("no marker without an error: %s", text)
          .isFalse();
      for (Marker marker : markers) {
        assertThat(text).contains(marker.span().text());
        placesFollowEachOther(marker.value());
      }
    }
  }

  private static void placesFollowEachOther(MappedText value) {
    int before = -1;
    for (int i = 0; i < value.value().length(); i++) {
      Span place = value.span(i, i + 1);
      assertThat(place.start()).isGreaterThan(before);
      assertThat(place.text()).endsWith(value.value().substring(i, i + 1));
      before = place.start();
    }
  }

  private List<Marker> lex(String text) {
    return MarkerLexer.lex(Trees.text(text), diagnostics);
  }

  private List<String> messages() {
    return diagnostics.list().stream().map(Diagnostic::message).toList();
  }
}
