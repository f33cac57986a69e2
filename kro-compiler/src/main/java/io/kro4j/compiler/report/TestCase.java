package io.kro4j.compiler.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One case of a suite and what came of it.
 *
 * @param name what was tested
 * @param file the file that says so, if there is one
 * @param outcome what came of it
 * @param output what was said besides, several lines or empty
 * @param time how long it took, if that is known; leave it out where documents have to be the same
 *     each time
 */
public record TestCase(
    String name, Optional<String> file, Outcome outcome, String output, Optional<Duration> time) {

  /** What comes of a case. */
  public sealed interface Outcome {
    /** All is as it should be. */
    record Passed() implements Outcome {}

    /**
     * Something is not.
     *
     * @param failures what, in order; never empty
     */
    record Failed(List<Failure> failures) implements Outcome {
      /** Copies and checks the list. */
      public Failed {
        failures = List.copyOf(failures);
        if (failures.isEmpty()) {
          throw new IllegalArgumentException("a failed case needs a failure");
        }
      }
    }

    /**
     * It was not tested.
     *
     * @param reason why
     */
    record Skipped(String reason) implements Outcome {}
  }

  /**
   * One thing that is not as it should be.
   *
   * @param type what kind of thing, such as the id of a diagnostic
   * @param message what is wrong, on one line
   * @param text the details, several lines
   */
  public record Failure(String type, String message, String text) {}

  /** A case that passed and said nothing. */
  public static TestCase passed(String name, Optional<String> file) {
    return new TestCase(name, file, new Outcome.Passed(), "", Optional.empty());
  }
}
