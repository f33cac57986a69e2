package io.kro4j.maven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.git.Access;
import io.kro4j.maven.git.History;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing to a bare repository. */
class PublishTest {
  private static final String FILE = "src/main/kro/shop.yaml";
  private static final List<String> FILES =
      List.of(
          ".kro-manifest.json",
          "crds/shops.example.com.yaml",
          "graphs/shop.yaml",
          "kustomization.yaml",
          "rbac/shop.yaml");

  @TempDir Path temp;
  private History sources;
  private Git target;

  @BeforeEach
  void makeRepositories() throws IOException, GitAPIException {
    target = Git.init().setBare(true).setDirectory(temp.resolve("target.git").toFile()).call();
    sources = History.init(temp.resolve("sources")).write(FILE, Examples.SHOP);
    sources.write(".gitignore", "state/\n");
    StoredConfig config = sources.git().getRepository().getConfig();
    config.setString("remote", "origin", "url", "https://me:secret@git.example.com/shops.git");
    config.setString("user", null, "name", "Robot");
    config.setString("user", null, "email", "robot@example.com");
    config.setBoolean("commit", null, "gpgsign", false);
    config.save();
    sources.commit();
  }

  @AfterEach
  void close() {
    sources.close();
    target.close();
  }

  @Test
  void makesTheBranch() throws IOException {
    GoalReport report = publish();

    assertThat(text(report)).contains("INFO Published to `live` of " + temp.resolve("target.git"));
    assertThat(report.failure()).isEmpty();
    assertThat(files()).containsOnlyKeys(under("shops/"));
    RevCommit commit = tip();
    assertThat(commit.getParentCount()).isZero();
    assertThat(commit.getAuthorIdent().toExternalString()).startsWith("Robot <robot@example.com>");
    assertThat(commit.getFullMessage())
        .matches(
            "Publish what [0-9a-f]{10} compiles to\n\n"
                + "Kro-Source-Repository: https://git.example.com/shops.git\n"
                + "Kro-Source-Commit: [0-9a-f]{40}\n"
                + "Kro-Format-Version: 1\n"
                + "Kro-Output-Digest: sha256:[0-9a-f]{64}\n");
  }

  @Test
  void tellsFluxTheFolderThatItPublishesTo() throws IOException {
    GlueParameters glue = new GlueParameters(List.of("flux"), "apis", "manifests", "", "");
    Path base = temp.resolve("sources");
    ProjectFolders folders = new ProjectFolders(base.resolve("state"), true, "default");
    Settings settings = Examples.withGlue(Examples.settings(base, List.of("src/main/kro")), glue);
    new Publish(settings, folders, request(false), () -> {}).run();

    GoalReport again = new Publish(settings, folders, request(false), () -> {}).run();

    assertThat(files().get("shops/gitops/flux/kustomizations.yaml"))
        .contains("path: ./shops/crds\n", "path: ./shops/graphs\n", "path: ./instances\n");
    assertThat(text(again)).contains("INFO Nothing to publish: `live` of");
  }

  @Test
  void makesNoCommitWhereNothingIsToBeDone() throws IOException {
    publish();
    RevCommit first = tip();

    GoalReport report = publish();

    assertThat(text(report)).contains("INFO Nothing to publish: `live` of");
    assertThat(tip()).isEqualTo(first);
  }

  @Test
  void removesWhatItOwnsAndKeepsTheRest() throws IOException, GitAPIException {
    publish();
    push("live", "shops/notes.md", "mine");
    push("live", "shops/crds/mine.yaml", "mine");
    push("live", "README.md", "mine");
    sources.delete(FILE).write("src/main/kro/stall.yaml", Examples.STALL);
    sources.commit();

    GoalReport report = publish();

    assertThat(text(report)).contains("INFO removed shops/crds/shops.example.com.yaml\n");
    assertThat(files().keySet())
        .containsExactly(
            "README.md",
            "shops/.kro-manifest.json",
            "shops/crds/mine.yaml",
            "shops/crds/stalls.example.com.yaml",
            "shops/graphs/stall.yaml",
            "shops/kustomization.yaml",
            "shops/notes.md",
            "shops/rbac/stall.yaml");
  }

  @Test
  void buildsUponWhatOthersPushMeanwhile() throws IOException {
    List<String> others = new ArrayList<>(List.of("a.txt", "b.txt"));

    GoalReport report =
        publish(
            request(false),
            () -> {
              if (!others.isEmpty()) {
                push("live", others.remove(0), "other");
              }
            });

    assertThat(report.failure()).isEmpty();
    assertThat(text(report)).containsSubsequence("Somebody else", "Somebody else", "Published");
    assertThat(files().keySet()).contains("a.txt", "b.txt").contains(under("shops/"));
    assertThat(tip().getParentCount()).isEqualTo(1);
  }

  @Test
  void givesUpWhereOthersAreAlwaysFaster() throws IOException {
    int[] pushes = {0};

    GoalReport report =
        publish(request(false), () -> push("live", "f" + pushes[0]++ + ".txt", "other"));

    assertThat(report.failure()).contains("nothing published");
    assertThat(files().keySet()).hasSize(10).noneMatch(file -> file.startsWith("shops/"));
  }

  @Test
  void doesNothingInADryRun() throws IOException {
    GoalReport report = publish(request(true), () -> {});

    assertThat(text(report))
        .contains("INFO written shops/crds/shops.example.com.yaml\n")
        .contains("Not published, because kro.dryRun is set: to the new branch `live`");
    assertThat(target.getRepository().resolve("refs/heads/live")).isNull();
  }

  @Test
  void showsInADryRunWhatWouldChange() throws IOException, GitAPIException {
    publish();
    sources.write(FILE, Examples.SHOP.replace("-page", "-site"));
    sources.commit();

    GoalReport report = publish(request(true), () -> {});

    assertThat(text(report))
        .contains(
            "INFO written shops/.kro-manifest.json\nINFO written shops/graphs/shop.yaml\n  @@ ")
        .containsPattern("\n  - .*-page\"\n")
        .containsPattern("\n  \\+ .*-site\"\n");
  }

  @Test
  void leavesForeignAndEditedFilesAlone() throws IOException {
    push("live", "shops/kustomization.yaml", "mine");
    RevCommit before = tip();

    GoalReport report = publish();

    assertThat(text(report)).contains("ERROR live:shops/kustomization.yaml: another file is");
    assertThat(report.failure()).contains("1 file in the way");
    assertThat(tip()).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNotCommitted() throws IOException {
    sources.write("note.txt", "x");

    GoalReport report = publish();

    assertThat(text(report))
        .contains("ERROR What is published has to be committed")
        .contains("note.txt");
    assertThat(report.failure()).contains("1 uncommitted file");
    assertThat(target.getRepository().resolve("refs/heads/live")).isNull();
  }

  @Test
  void doesNotTellSecrets() throws IOException {
    PublishRequest request =
        request(
            temp.resolve("none.git")
                .toUri()
                .toString()
                .replace("file:///", "file://user:secret@/"));

    GoalReport report = publish(request, () -> {});

    assertThat(text(report)).startsWith("ERROR ").doesNotContain("secret").doesNotContain("user:");
    assertThat(report.failure()).contains("nothing published");
  }

  private GoalReport publish() throws IOException {
    return publish(request(false), () -> {});
  }

  private GoalReport publish(PublishRequest request, Runnable beforePush) throws IOException {
    Path base = temp.resolve("sources");
    ProjectFolders folders = new ProjectFolders(base.resolve("state"), true, "default");
    Settings settings = Examples.settings(base, List.of("src/main/kro"));
    return new Publish(settings, folders, request, beforePush).run();
  }

  private PublishRequest request(boolean dryRun) {
    return request(temp.resolve("target.git").toString(), dryRun);
  }

  private static PublishRequest request(String url) {
    return request(url, false);
  }

  private static PublishRequest request(String url, boolean dryRun) {
    return new PublishRequest(
        url,
        "live",
        "shops",
        "",
        "",
        Optional.empty(),
        dryRun,
        false,
        false,
        new ServerAccess(Access.NONE, List.of()));
  }

  private static String[] under(String folder) {
    return FILES.stream().map(file -> folder + file).toArray(String[]::new);
  }

  private static String text(GoalReport report) {
    return report.messages().stream()
        .map(message -> message.level() + " " + message.text() + "\n")
        .collect(Collectors.joining());
  }

  /** What somebody else does, with a clone of their own. */
  private void push(String branch, String file, String text) {
    try {
      Path folder = temp.resolve("clone-" + System.nanoTime());
      boolean exists = target.getRepository().resolve("refs/heads/" + branch) != null;
      try (History other = History.init(folder)) {
        other
            .git()
            .remoteAdd()
            .setName("origin")
            .setUri(new URIish(temp.resolve("target.git").toString()))
            .call();
        if (exists) {
          other.git().fetch().call();
          other
              .git()
              .reset()
              .setMode(ResetCommand.ResetType.HARD)
              .setRef("origin/" + branch)
              .call();
        }
        other.write(file, text).commit();
        other
            .git()
            .push()
            .setRemote("origin")
            .setRefSpecs(new RefSpec("HEAD:refs/heads/" + branch))
            .call();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private RevCommit tip() throws IOException {
    Repository repository = target.getRepository();
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = Objects.requireNonNull(repository.resolve("refs/heads/live"));
      return walk.parseCommit(id);
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(target.getRepository())) {
      walk.addTree(tip().getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = target.getRepository().open(walk.getObjectId(0)).getBytes();
        files.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
