package io.kro4j.compiler.artifact.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputPlan.Reason;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
  @TempDir Path temp;

  @Test
  void writesTheTreeAndNothingElse() throws Exception {
    Path root = temp.resolve("project/manifests");
    OutputTree tree = Trees.of("webapp");

    apply(root, tree);

    assertThat(contents(root)).isEqualTo(tree.files());
    assertThat(plan(root, tree).isUpToDate()).isTrue();
  }

  @Test
  void removesWhatIsStaleAndKeepsWhatIsForeign() throws Exception {
    apply(temp, Trees.of("webapp", "old"));
    Files.writeString(temp.resolve("README.md"), "mine");
    Files.writeString(temp.resolve("graphs/mine.yaml"), "mine");

    apply(temp, Trees.of("webapp"));

    Map<String, String> expected = new TreeMap<>(Trees.of("webapp").files());
    expected.put("README.md", "mine");
    expected.put("graphs/mine.yaml", "mine");
    assertThat(contents(temp)).isEqualTo(expected);
  }

  @Test
  void foldersThatBecomeEmptyGo() throws Exception {
    apply(temp, Trees.of("webapp"));

    apply(temp, Trees.of());

    assertThat(contents(temp)).containsOnlyKeys(".kro-manifest.json", "kustomization.yaml");
    assertThat(temp.resolve("graphs")).doesNotExist();
  }

  @Test
  void aFailureLeavesTheOldState() throws Exception {
    apply(temp, Trees.of("webapp", "old"));
    Map<String, String> before = contents(temp);
    OutputPlan plan = plan(temp, Trees.of("added", "webapp"));
    assertThat(plan.writes()).isNotEmpty();
    // The folder turns up after the plan was made, in the way of the last move.
    Path late = temp.resolve(".kro-manifest.json");
    String manifest = Files.readString(late);

    Files.delete(late);
    Files.createDirectories(late.resolve("occupied"));
    assertThatThrownBy(() -> OutputDirectory.at(temp).apply(plan)).isInstanceOf(IOException.class);
    Files.delete(late.resolve("occupied"));
    Files.delete(late);
    Files.writeString(late, manifest);

    assertThat(contents(temp)).isEqualTo(before);
  }

  @Test
  void stepsThatWereTakenAreTakenBack() throws Exception {
    apply(temp, Trees.of("webapp"));
    Map<String, String> before = contents(temp);

    try (Transaction transaction = Transaction.begin(temp)) {
      transaction.stage("graphs/webapp.yaml", "new");
      transaction.stage("graphs/more.yaml", "new");
      transaction.stage("extra/more.yaml", "new");
      transaction.announce(
          List.of("graphs/webapp.yaml", "graphs/more.yaml", "extra/more.yaml", "rbac/webapp.yaml"));
      transaction.put("graphs/webapp.yaml");
      transaction.put("graphs/more.yaml");
      transaction.put("extra/more.yaml");
      transaction.delete("rbac/webapp.yaml");
      assertThat(temp.resolve("rbac")).doesNotExist();
      assertThatThrownBy(() -> transaction.put("graphs/never-staged.yaml"))
          .isInstanceOf(IOException.class);
    }

    assertThat(contents(temp)).isEqualTo(before);
    assertThat(temp.resolve("extra")).doesNotExist();
  }

  @Test
  void whatAKilledRunLeftHalfDoneIsTakenBackByTheNextOne() throws Exception {
    apply(temp, Trees.of("webapp"));
    Map<String, String> before = contents(temp);
    halfDone();

    OutputDirectory.at(temp).exclusively(() -> true);

    assertThat(contents(temp)).isEqualTo(before);
    assertThat(temp).isDirectoryNotContaining("glob:**.kro-staging-*");
  }

  @Test
  void whatWasWrittenAfterARunWasKilledIsKept() throws Exception {
    apply(temp, Trees.of("webapp"));
    Map<String, String> before = contents(temp);
    halfDone();
    Files.writeString(temp.resolve("graphs/webapp.yaml"), "edited");

    OutputDirectory.at(temp).exclusively(() -> true);

    before.put("graphs/webapp.yaml", "edited");
    assertThat(contents(temp)).isEqualTo(before);
  }

  @Test
  void noJournalLeadsToFilesThatAreNotOurs() throws Exception {
    Path victim = Files.writeString(temp.resolve("victim"), "precious");
    Path root = Files.createDirectory(temp.resolve("root"));
    Path scratch = Files.createDirectory(root.resolve(".kro-staging-1"));
    Digest digest = Digest.ofText("precious");
    Files.writeString(scratch.resolve("journal"), digest + " ../victim\n" + digest + "\n");

    OutputDirectory.at(root).exclusively(() -> true);

    assertThat(victim).hasContent("precious");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void runsAtTheSameTimeComeOneAfterTheOther() throws Exception {
    List<OutputTree> trees = List.of(Trees.of("webapp", "one"), Trees.of("webapp", "two"));
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        OutputTree tree = trees.get(i % 2);
        runs.add(executor.submit(() -> OutputDirectory.at(temp).exclusively(() -> write(tree))));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(trees).anyMatch(tree -> plan(temp, tree).isUpToDate());
    assertThat(trees).extracting(OutputTree::files).contains(contents(temp));
  }

  /** Leaves the folder as a process does that is killed between two moves. */
  private void halfDone() throws IOException {
    Transaction transaction = Transaction.begin(temp);
    transaction.stage("graphs/webapp.yaml", "new");
    transaction.stage("graphs/more.yaml", "new");
    transaction.stage("kustomization.yaml", "new");
    transaction.announce(
        List.of(
            "graphs/webapp.yaml", "graphs/more.yaml", "kustomization.yaml", "rbac/webapp.yaml"));
    transaction.put("graphs/webapp.yaml");
    transaction.put("graphs/more.yaml");
    transaction.delete("rbac/webapp.yaml");
  }

  private boolean write(OutputTree tree) throws IOException {
    apply(temp, tree);
    return true;
  }

  @Test
  void nothingIsWrittenThroughSymbolicLinks() throws Exception {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Path victim = Files.writeString(temp.resolve("victim"), "precious");
    Path root = Files.createDirectory(temp.resolve("root"));
    Files.createSymbolicLink(root.resolve("graphs"), elsewhere);
    Files.createSymbolicLink(root.resolve("kustomization.yaml"), victim);

    OutputPlan plan = OutputPlan.overwriting(Trees.of("webapp"), OutputDirectory.at(root));
    assertThat(plan.conflicts())
        .extracting(OutputPlan.Conflict::path, OutputPlan.Conflict::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("graphs/webapp.yaml", Reason.NOT_A_FILE),
            org.assertj.core.groups.Tuple.tuple("kustomization.yaml", Reason.NOT_A_FILE));

    OutputPlan forged = plan(temp.resolve("empty"), Trees.of("webapp"));
    assertThatThrownBy(() -> OutputDirectory.at(root).apply(forged))
        .isInstanceOf(IOException.class);
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(victim).hasContent("precious");
  }

  @Test
  void aPlanWithConflictsIsRefused() throws Exception {
    Files.writeString(temp.resolve("kustomization.yaml"), "mine");
    OutputPlan plan = plan(temp, Trees.of("webapp"));

    assertThatThrownBy(() -> OutputDirectory.at(temp).apply(plan))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(contents(temp)).containsOnlyKeys("kustomization.yaml");
  }

  @Test
  void pathsThatLeadOutAreRefused() {
    SortedMap<String, String> writes = new TreeMap<>(Map.of("graphs/../../x.yaml", "x"));
    OutputPlan plan =
        new OutputPlan(
            new java.util.TreeSet<>(), writes, new java.util.TreeSet<>(), java.util.List.of());

    assertThatThrownBy(() -> OutputDirectory.at(temp).apply(plan))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OutputPlan plan(Path root, OutputTree tree) {
    return OutputPlan.of(tree, OutputDirectory.at(root));
  }

  private static void apply(Path root, OutputTree tree) throws IOException {
    OutputDirectory.at(root).apply(plan(root, tree));
  }

  private static SortedMap<String, String> contents(Path root) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readString(file));
      }
    }
    return contents;
  }
}
