package io.kro4j.maven.settings;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.maven.message.Findings;
import io.kro4j.maven.message.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much findings weigh in a build.
 *
 * @param failOn what fails it
 * @param severities the severity of ids that have another one than usual
 * @param mistakes what is wrong with the parameters, one sentence each
 */
public record Policy(FailOn failOn, Map<DiagnosticId, Severity> severities, List<String> mistakes) {
  /** Errors fail, and everything weighs what it usually does. */
  public static final Policy DEFAULT = new Policy(FailOn.ERROR, Map.of(), List.of());

  /** Copies. */
  public Policy {
    severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    mistakes = List.copyOf(mistakes);
  }

  /** What fails a build. */
  public enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads parameters.
   *
   * @param failOn the word for what fails a build
   * @param severities the words for severities, by id
   */
  public static Policy of(String failOn, Map<String, String> severities) {
    List<String> mistakes = new ArrayList<>();
    Optional<FailOn> known =
        Stream.of(FailOn.values()).filter(value -> value.word().equals(failOn)).findFirst();
    if (known.isEmpty()) {
      List<String> words = Arrays.stream(FailOn.values()).map(FailOn::word).toList();
      mistakes.add(Words.noneOf("failOn", failOn, words));
    }
    Map<DiagnosticId, Severity> read = new TreeMap<>();
    severities.forEach(
        (code, word) -> severity(code, word, mistakes).ifPresent(s -> read.put(id(code), s)));
    return new Policy(known.orElse(FailOn.ERROR), read, mistakes);
  }

  /** The findings with the severities of this build. */
  public List<Diagnostic> judge(List<Diagnostic> findings) {
    return severities.isEmpty()
        ? findings
        : findings.stream()
            .map(f -> f.withSeverity(severities.getOrDefault(f.id(), f.severity())))
            .toList();
  }

  /**
   * Why findings are not good enough to go on with, in a few words, if they are not; whether that
   * fails the build is decided when all is said.
   */
  public Optional<String> failure(List<Diagnostic> judged) {
    String count = Findings.count(judged);
    if (judged.stream().anyMatch(Diagnostic::isError)) {
      return Optional.of(count);
    }
    return failOn == FailOn.WARNING && !judged.isEmpty()
        ? Optional.of(count + ", and warnings fail this build (kro.failOn)")
        : Optional.empty();
  }

  private static Optional<Severity> severity(String code, String word, List<String> mistakes) {
    List<String> codes = Arrays.stream(DiagnosticId.values()).map(DiagnosticId::code).toList();
    String shown = "parameter `severities`: `" + Words.oneLine(code) + "`";
    if (!codes.contains(code)) {
      List<String> warnings =
          Arrays.stream(DiagnosticId.values())
              .filter(id -> id.severity() == Severity.WARNING)
              .map(DiagnosticId::code)
              .toList();
      String help = Suggestions.didYouMean(code, warnings).map(near -> "; " + near).orElse("");
      mistakes.add(shown + " is no id of a finding" + help);
      return Optional.empty();
    }
    Optional<Severity> known =
        Stream.of(Severity.values()).filter(value -> value.word().equals(word)).findFirst();
    if (known.isEmpty()) {
      List<String> words = Arrays.stream(Severity.values()).map(Severity::word).toList();
      mistakes.add(shown + ": " + Words.noneOf(word, words));
    } else if (id(code).severity() == Severity.ERROR && known.get() != Severity.ERROR) {
      mistakes.add(shown + " is an error and cannot weigh less: what it is about does not work");
      return Optional.empty();
    }
    return known;
  }

  private static DiagnosticId id(String code) {
    return Stream.of(DiagnosticId.values())
        .filter(id -> id.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
