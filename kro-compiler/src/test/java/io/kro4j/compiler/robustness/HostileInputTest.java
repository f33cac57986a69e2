package io.kro4j.compiler.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files made to be expensive or to break something end in findings or in a group, soon. */
class HostileInputTest {
  /** How long the files are; a system property, since longer ones find more. */
  private static final int LENGTH = Integer.getInteger("kro.hostile.length", 20_000);

  /** What files may take: a second for 100 KB on a quiet machine, and here a few times that. */
  private static final Duration MOST = Duration.ofMillis(1_000 + LENGTH / 40);

  /** The effort is measured again before it counts: other work of the process counts in. */
  private static final int TRIES = 3;

  @BeforeAll
  static void loadClasses() {
    Outcome.of(definition(new HostileInput("sound", HostileInput.data("value: a"))));
  }

  @TestFactory
  Stream<DynamicTest> everyHostileFileIsAnsweredSoon() {
    return HostileInput.all(LENGTH).stream()
        .map(input -> DynamicTest.dynamicTest(input.name(), () -> isAnsweredSoon(input)));
  }

  private static void isAnsweredSoon(HostileInput input) {
    Duration least = effort(input);
    for (int tries = 1; tries < TRIES && least.compareTo(MOST) > 0; tries++) {
      Duration again = effort(input);
      least = again.compareTo(least) < 0 ? again : least;
    }
    assertThat(least).isLessThan(MOST);
  }

  private static Duration effort(HostileInput input) {
    return assertTimeoutPreemptively(
        MOST.multipliedBy(20), () -> Effort.of(() -> assertIsAnswered(input)));
  }

  private static void assertIsAnswered(HostileInput input) {
    Compilation compilation = Outcome.of(definition(input));
    boolean definesNothing = !input.text().contains("kind: Resource");
    boolean answered = !compilation.diagnostics().isEmpty() || !compilation.groups().isEmpty();

    assertThat(answered || definesNothing).as("a finding or a group").isTrue();
  }

  private static Definition definition(HostileInput input) {
    SourceFile file = SourceFile.of("hostile.yaml", input.text());
    return new Definition(input.name(), List.of(file), KubernetesCatalog.newest());
  }
}
