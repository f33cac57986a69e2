package io.kro4j.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.git.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.CreateBranchCommand.SetupUpstreamMode;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which states are compared, and what is said where they cannot be. */
class PlanStatesTest {
  private static final String FILE = "src/main/kro/shop.yaml";
  private static final String LARGER = PlanExamples.SHOP.replace("large\"", "large,huge\"");

  private static final String TOYS =
      """
      apiVersion: example.com/v1
      kind: Shop
      metadata: {name: toys}
      spec: {title: Toys}
      """;

  @TempDir Path temp;
  private Path folder;
  private History history;

  @BeforeEach
  void commitShop() throws IOException, GitAPIException {
    folder = temp.resolve("clone");
    history = History.init(folder).write(FILE, PlanExamples.SHOP).write(".gitignore", "target\n");
    history.commit();
  }

  @AfterEach
  void close() {
    history.close();
  }

  @Test
  void theWorkingTreeIsComparedWithWhereTheBranchBegan() throws IOException, GitAPIException {
    history.branch("work").write(FILE, LARGER).commit();
    history.git().checkout().setName("main").call();
    history.write("later.txt", "x").commit();
    history.git().checkout().setName("work").call();

    assertThat(plan())
        .startsWith("INFO From merge base with main (<id>) to the working tree:\n")
        .contains("the value `huge` was added");
  }

  @Test
  void whatTheRemoteSaysIsTheMainBranchComesFirst() throws IOException, GitAPIException {
    history.git().branchRename().setOldName("main").setNewName("trunk").call();
    Path other = cloned("other");
    Files.writeString(
        other.resolve(".git/refs/remotes/origin/HEAD"), "ref: refs/remotes/origin/trunk\n");

    assertThat(plan(other))
        .startsWith("INFO From merge base with origin/trunk (<id>) to the working tree:\n");
  }

  @Test
  void onlyTheHeadIsComparedWithItsLock() throws IOException, GitAPIException {
    history.write("kro.lock", "none").commit();
    history.branch("work").delete("kro.lock").write(FILE, LARGER).commit();

    assertThat(plan()).contains("the value `huge` was added").doesNotContain("kro.lock");

    history.write("kro.lock", "none");

    assertThat(plan()).contains("kro.lock:1:1: error: ", "[lock.invalid-file]", "FAILED 1 error");
  }

  @Test
  void aDetachedHeadIsFine() throws IOException, GitAPIException {
    String first = history.branch("work").write(FILE, LARGER).commit();
    history.git().checkout().setName(first).call();

    assertThat(plan()).contains("the value `huge` was added");
  }

  @Test
  void anyTwoCommitsCanBeCompared() throws IOException, GitAPIException {
    history.git().tag().setName("v1").setAnnotated(false).call();
    history.write(FILE, LARGER).commit();
    history.write(FILE, PlanExamples.SHOP).commit();

    assertThat(plan(folder, "v1", "HEAD~1"))
        .startsWith("INFO From v1 (<id>) to HEAD~1 (<id>):\n")
        .contains("the value `huge` was added");
  }

  @Test
  void aBranchThatOnlyTheRemoteHasIsFound() throws IOException, GitAPIException {
    history.branch("release").write(FILE, LARGER).commit();
    history.git().checkout().setName("main").call();

    assertThat(plan(cloned("other"), "release", "")).contains("`huge` was removed");
  }

  @Test
  void aLinkedWorkingTreeIsFine() throws IOException, GitAPIException {
    Path linked = temp.resolve("linked");
    String commit = history.branch("work").write(FILE, LARGER).commit();
    linkWorkingTree(linked, commit);

    assertThat(plan(linked)).contains("the value `huge` was added");
  }

  /** What {@code git worktree add} leaves behind. */
  private void linkWorkingTree(Path linked, String commit) throws IOException {
    Path meta = folder.resolve(".git/worktrees/linked");
    Files.createDirectories(meta);
    Files.writeString(meta.resolve("HEAD"), commit + "\n");
    Files.writeString(meta.resolve("commondir"), "../..\n");
    Files.writeString(meta.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.createDirectories(linked.resolve(FILE).getParent());
    Files.writeString(linked.resolve(".git"), "gitdir: " + meta + "\n");
    Files.writeString(linked.resolve(FILE), LARGER);
  }

  @Test
  void lineEndsAreNoChange() throws IOException, GitAPIException {
    StoredConfig config = history.git().getRepository().getConfig();
    config.setString("core", null, "autocrlf", "true");
    config.save();
    history.branch("work").write(FILE, PlanExamples.SHOP.replace("\n", "\r\n"));

    assertThat(plan()).endsWith("INFO nothing changes\n");
  }

  @Test
  void aLinkedFolderIsTheSameInBothStates() throws IOException, GitAPIException {
    history.write("live/toys.yaml", TOYS);
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("live"));
    history.commit();

    assertThat(plan()).endsWith("INFO nothing changes\n");
    assertThat(Files.readString(folder.resolve("target/kro-reports/plan.json")))
        .doesNotContain("linked/toys.yaml");
  }

  @Test
  void aProjectBelowTheTopIsComparedWithItself() throws IOException, GitAPIException {
    history.write("shops/" + FILE, PlanExamples.SHOP.replace("shop", "stall")).commit();
    history.branch("work").write("shops/" + FILE, LARGER.replace("shop", "stall"));

    assertThat(plan(folder.resolve("shops")))
        .contains("~ shops/src/main/kro/shop.yaml:16:7: `spec.size`: the value `huge` was added");
  }

  @Test
  void aBaseThatDoesNotCompileIsSaid() throws IOException, GitAPIException {
    history.write("src/main/kro/stall.yaml", Examples.STALL);
    history.write(FILE, PlanExamples.SHOP.replace("kind: ConfigMap", "kind: Config")).commit();
    history.branch("work").write(FILE, PlanExamples.SHOP);

    Golden.check("plan/states/base-does-not-compile.txt", plan());
  }

  @Test
  void aHeadThatDoesNotCompileFails() throws IOException, GitAPIException {
    history.branch("work").write(FILE, PlanExamples.SHOP.replace("schema.spec.title", "schema.x"));

    assertThat(plan()).contains("[expression.unknown-field]").endsWith("FAILED 1 error\n");
  }

  @Test
  void theReasonHasToBeThereAndNew() throws IOException, GitAPIException {
    String narrower = PlanExamples.SHOP.replace(",large", "");
    history.branch("work");

    assertThat(with(narrower, "kro.run/allow-breaking-changes: 'true'"))
        .contains("allowed without a reason: say why in `kro4j.io/breaking-changes-reason`")
        .endsWith("FAILED 1 breaking change without a reason\n");
    assertThat(with(narrower, "kro.run/allow-breaking-changes: 'yes'"))
        .contains("`kro.run/allow-breaking-changes: yes` allows nothing")
        .endsWith("FAILED 1 breaking change without a reason\n");
    String reason =
        "kro.run/allow-breaking-changes: 'true', kro4j.io/breaking-changes-reason: nobody cares";
    assertThat(with(narrower, reason))
        .contains("INFO   breaking changes, meant: nobody cares\n")
        .doesNotContain("FAILED");
    history.commit();
    assertThat(plan(folder, "work", "")).endsWith("INFO nothing changes\n");
    history.write(FILE, annotated(narrower.replace(",medium", ""), reason));
    assertThat(plan(folder, "work", ""))
        .contains("the reason is that of an earlier change: `nobody cares`")
        .endsWith("FAILED 1 breaking change without a reason\n");
  }

  private String with(String group, String annotations) throws IOException {
    history.write(FILE, annotated(group, annotations));
    return plan();
  }

  private static String annotated(String group, String annotations) {
    return group.replace("  name: shop\n", "  name: shop\n  annotations: {" + annotations + "}\n");
  }

  @Test
  void breakingChangesNeedNotFailTheBuild() throws IOException, GitAPIException {
    history.branch("work").write(FILE, PlanExamples.SHOP.replace(",large", ""));

    assertThat(
            PlanRuns.text(
                folder, new PlanChanges.Request("", "", List.of("**/*.yaml"), List.of(), false)))
        .contains("WARNING example.com/v1 Shop (group shop): 1 breaking change; if meant,")
        .doesNotContain("FAILED");
  }

  @Test
  void saysWhatIsMissing() throws IOException, GitAPIException {
    assertThat(plan(folder, "v9", ""))
        .isEqualTo(
            "ERROR there is no commit `v9` here; name a branch, tag or commit that was fetched\n"
                + "FAILED no plan\n");
    assertThat(plan(folder, "no such", ""))
        .startsWith("ERROR there is no commit `no such` here; name a branch");
    assertThat(plan(folder, "a..b", "")).endsWith("FAILED no plan\n");
    assertThat(plan(Files.createDirectories(temp.resolve("elsewhere"))))
        .isEqualTo(
            "ERROR `<folder>` is in no Git repository; run this in a clone\nFAILED no plan\n");
    assertThat(
            PlanRuns.text(
                folder,
                new PlanChanges.Request("", "", List.of("**/*.yaml"), List.of("shop"), true)))
        .isEqualTo(
            "ERROR parameter `removals`: `shop` is not `group=reason`\nFAILED 1 wrong parameter\n");
  }

  @Test
  void aBranchWithoutCommitsHasNothingToCompare() throws IOException {
    History.init(temp.resolve("empty")).close();

    assertThat(plan(temp.resolve("empty")))
        .isEqualTo(
            "ERROR the branch `main` has no commit yet: commit something first\n"
                + "FAILED no plan\n");
  }

  @Test
  void withoutAMainBranchOneHasToBeNamed() throws IOException, GitAPIException {
    history.git().branchRename().setOldName("main").setNewName("trunk").call();

    assertThat(plan()).startsWith("ERROR there is no branch `main` or `master` here");
    assertThat(plan(folder, "trunk", "")).endsWith("INFO nothing changes\n");
  }

  @Test
  void aShallowCloneIsToldHowToGetTheRest() throws IOException, GitAPIException {
    history.branch("work").write(FILE, LARGER).commit();
    history.git().checkout().setName("main").call();
    history.write("later.txt", "x").commit();
    Git.cloneRepository()
        .setURI(folder.toUri().toString())
        .setDirectory(temp.resolve("shallow").toFile())
        .setDepth(1)
        .setCloneAllBranches(true)
        .call()
        .close();
    try (Git shallow = Git.open(temp.resolve("shallow").toFile())) {
      shallow
          .checkout()
          .setCreateBranch(true)
          .setName("work")
          .setStartPoint("origin/work")
          .setUpstreamMode(SetupUpstreamMode.TRACK)
          .call();
    }

    assertThat(plan(temp.resolve("shallow")))
        .contains("have no commit in common; this clone is shallow: fetch the whole history")
        .endsWith("FAILED no plan\n");
    assertThat(plan(temp.resolve("shallow"), "HEAD~1", ""))
        .startsWith("ERROR there is no commit `HEAD~1` here; this clone is shallow");
  }

  @Test
  void aBareRepositoryHasNothingToCompare() throws IOException, GitAPIException {
    Git.init().setBare(true).setDirectory(temp.resolve("bare.git").toFile()).call().close();

    assertThat(plan(temp.resolve("bare.git"))).contains("has no working tree; run this in a clone");
  }

  private Path cloned(String name) throws GitAPIException {
    Path clone = temp.resolve(name);
    Git.cloneRepository()
        .setURI(folder.toUri().toString())
        .setDirectory(clone.toFile())
        .call()
        .close();
    return clone;
  }

  private String plan() throws IOException {
    return plan(folder);
  }

  private static String plan(Path project) throws IOException {
    return plan(project, "", "");
  }

  private static String plan(Path project, String base, String head) throws IOException {
    return PlanRuns.text(
        project, new PlanChanges.Request(base, head, List.of("**/*.yaml"), List.of(), true));
  }
}
