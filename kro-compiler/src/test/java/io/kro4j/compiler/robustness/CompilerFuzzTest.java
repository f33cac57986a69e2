package io.kro4j.compiler.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fixtures and samples changed at random end in findings inside their files, never in a crash or a
 * hang. {@code -Dkro.fuzz.seed=7 -Dkro.fuzz.mutants=20000} starts elsewhere and goes on longer.
 */
class CompilerFuzzTest {
  private static final long FIRST_SEED = Long.getLong("kro.fuzz.seed", 1);
  private static final int SEEDS = 2;
  private static final int MUTANTS = Integer.getInteger("kro.fuzz.mutants", 400);

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void changedFilesEndInFindings(long seed) {
    Mutator mutator = new Mutator(seed);
    List<Definition> definitions = Definition.all();
    int withFindings = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Definition mutant = mutant(definitions.get(i % definitions.size()), mutator);
      withFindings += Outcome.of(mutant).diagnostics().isEmpty() ? 0 : 1;
    }
    assertThat(withFindings).isGreaterThan(MUTANTS / 2);
  }

  private static Definition mutant(Definition original, Mutator mutator) {
    List<SourceFile> mutants = new ArrayList<>();
    for (SourceFile source : original.sources()) {
      mutants.add(SourceFile.of(source.name(), mutator.mutate(source.text())));
    }
    return new Definition(original.name(), mutants, original.catalog());
  }
}
