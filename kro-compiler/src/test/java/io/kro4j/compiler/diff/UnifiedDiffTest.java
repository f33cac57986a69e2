package io.kro4j.compiler.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void showsChangedLinesWithSomeAround() {
    assertThat(UnifiedDiff.of("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nf\n", 99))
        .containsExactly("@@ -2,5 +2,5 @@", " b", " c", " d", "-e", "+E", " f");
  }

  @Test
  void showsAWholeFileThatComesOrGoes() {
    assertThat(UnifiedDiff.of("", "a\nb\n", 99)).containsExactly("@@ -0,0 +1,2 @@", "+a", "+b");
    assertThat(UnifiedDiff.of("a\nb\n", "", 99)).containsExactly("@@ -1,2 +0,0 @@", "-a", "-b");
  }

  @Test
  void saysNothingOfTextsThatAreAlike() {
    assertThat(UnifiedDiff.of("a\nb\n", "a\nb\n", 99)).isEmpty();
    assertThat(UnifiedDiff.of("a\r\nb\r\n", "a\nb\n", 99)).isEmpty();
  }

  @Test
  void endsWhereItGetsLong() {
    String numbers = IntStream.range(0, 9).mapToObj(i -> i + "\n").collect(Collectors.joining());

    assertThat(UnifiedDiff.of("", numbers, 3))
        .containsExactly("@@ -0,0 +1,9 @@", "+0", "+1", "(7 more lines)");
    assertThat(UnifiedDiff.of("", "x".repeat(1000), 3).get(1)).hasSize(201).endsWith("…");
    assertThat(UnifiedDiff.of("", "x".repeat(5_000_000), 3))
        .isEqualTo(List.of("(too long to compare)"));
  }

  @Test
  void showsNoCharacterThatATerminalObeys() {
    assertThat(UnifiedDiff.of("", "a\u001b[2Jb\u202Ec\tπ😀\n", 9))
        .containsExactly("@@ -0,0 +1,1 @@", "+a\uFFFD[2Jb\uFFFDc\tπ😀");
  }
}
