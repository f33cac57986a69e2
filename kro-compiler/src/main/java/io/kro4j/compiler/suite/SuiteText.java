package io.kro4j.compiler.suite;

import io.kro4j.compiler.source.Position;
import java.util.ArrayList;
import java.util.List;

/** What failed, for people. */
public final class SuiteText {
  private SuiteText() {}

  /** A text of several lines for each failure of a step, with its place first. */
  public static List<String> failures(StepResult step) {
    List<String> texts = new ArrayList<>();
    for (StepResult.Failure failure : step.failures()) {
      Position at = failure.place().startPosition();
      texts.add(
          failure.place().file().name()
              + ":"
              + at.line()
              + ":"
              + at.column()
              + ": step `"
              + step.name()
              + "`: "
              + failure.what()
              + "\n"
              + block("  expected: ", failure.expected())
              + "\n"
              + block("  actual:   ", failure.actual()));
    }
    return texts;
  }

  private static String block(String title, String text) {
    return title + text.replace("\n", "\n" + " ".repeat(title.length()));
  }
}
