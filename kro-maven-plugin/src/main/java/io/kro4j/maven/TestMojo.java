package io.kro4j.maven;

import io.kro4j.maven.goal.GroupTests;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of ResourceGroups: instances in steps, and what the runtime is expected to do with
 * them. Needs no cluster.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends CompilingMojo {
  private static final String DEFAULT_TESTS = "src/test/kro/**/*.test.yaml";

  /**
   * The test files: files, folders, Ant patterns. The default is <code>
   * src/test/kro/**&#47;*.test.yaml
   * </code>.
   */
  @Parameter(property = "kro.tests")
  private @Nullable List<String> tests;

  /** Whether golden files are written anew instead of compared. */
  @Parameter(property = "kro.test.update", defaultValue = "false")
  private boolean update;

  /** Whether to run no tests. */
  @Parameter(property = "kro.test.skip", defaultValue = "false")
  private boolean skipKroTests;

  /** Whether to run no tests, of any kind. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Whether to compile and run no tests, of any kind. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipAll;

  @Override
  GoalReport run(Settings settings, ProjectFolders folders) throws IOException {
    if (skipKroTests || skipTests || skipAll) {
      return GoalReport.passed(List.of(Message.info("Tests are skipped")));
    }
    List<String> given = orEmpty(tests);
    List<String> entries = given.isEmpty() ? List.of(DEFAULT_TESTS) : given;
    return new GroupTests(settings, entries, given.isEmpty(), update).run();
  }
}
