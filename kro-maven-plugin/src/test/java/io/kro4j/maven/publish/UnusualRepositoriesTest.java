package io.kro4j.maven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.git.Access;
import io.kro4j.maven.git.History;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishing from and to repositories that are not as they usually are. */
class UnusualRepositoriesTest {
  private static final String FILE = "src/main/kro/shop.yaml";
  private static final String IGNORED = "state/\n";
  private static final PersonIdent SOMEBODY = new PersonIdent("A", "a@example.com");

  @TempDir Path temp;
  private Git target;

  @BeforeEach
  void makeTarget() throws GitAPIException {
    target =
        Git.init()
            .setBare(true)
            .setInitialBranch("main")
            .setDirectory(temp.resolve("target.git").toFile())
            .call();
  }

  @AfterEach
  void close() {
    target.close();
  }

  @ParameterizedTest
  @CsvSource({
    "shops, 160000, has something else than a folder at `shops`: delete it there",
    "shops, 120000, has something else than a folder at `shops`: delete it there",
    "shops, 100644, has something else than a folder at `shops`: delete it there",
    "shops/crds, 120000, live:shops/crds/shops.example.com.yaml: this is no regular file",
    "shops/kustomization.yaml, 120000, live:shops/kustomization.yaml: this is no regular file",
    "shops/kustomization.yaml/x, 100644, live:shops/kustomization.yaml: this is no regular file",
  })
  void leavesAloneWhatIsNoFolderAndNoFile(String path, String mode, String words) throws Exception {
    commit("live", path, FileMode.fromBits(Integer.parseInt(mode, 8)));
    ObjectId before = tip("live");

    GoalReport report = publish(sources());

    assertThat(text(report)).contains(words).doesNotContain("overwrite");
    assertThat(report.failure()).isPresent();
    assertThat(tip("live")).isEqualTo(before);
  }

  @Test
  void leavesOtherBranchesAndHeadAlone() throws Exception {
    commit("main", "shops", FileMode.SYMLINK);
    ObjectId main = tip("main");

    GoalReport report = publish(sources());

    assertThat(report.failure()).isEmpty();
    assertThat(tip("main")).isEqualTo(main);
    assertThat(target.getRepository().getFullBranch()).isEqualTo("refs/heads/main");
    assertThat(paths("live")).contains("shops/kustomization.yaml");
  }

  @Test
  void saysThatABranchIsLocked() throws Exception {
    commit("live", "a.txt", FileMode.REGULAR_FILE);
    Files.createFile(temp.resolve("target.git/refs/heads/live.lock"));

    assertThat(text(publish(sources()))).endsWith("refuses the commit: failed to lock\n");
  }

  @Test
  void saysThatABranchWhoseNameIsAFolderCannotBe() throws Exception {
    commit("live/shops", "a.txt", FileMode.REGULAR_FILE);

    assertThat(text(publish(sources())))
        .contains("there can be no branch `live` in")
        .contains("because there is `live/shops`");
  }

  @Test
  void publishesFromAShallowClone() throws Exception {
    Path sources = sources();
    try (Git git = Git.open(sources.toFile())) {
      Files.writeString(sources.resolve("note.txt"), "x");
      git.add().addFilepattern(".").call();
      git.commit().setSign(false).setMessage("d").setAuthor(SOMEBODY).setCommitter(SOMEBODY).call();
    }
    Path clone = temp.resolve("clone");
    Git.cloneRepository()
        .setURI(sources.toUri().toString())
        .setDirectory(clone.toFile())
        .setDepth(1)
        .call()
        .close();

    GoalReport report = publish(clone);

    assertThat(report.failure()).isEmpty();
    assertThat(clone.resolve(".git/shallow")).exists();
  }

  @Test
  void publishesWhatIsCheckedOutWithoutABranch() throws Exception {
    Path sources = sources();
    try (Git git = Git.open(sources.toFile())) {
      git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
    }

    GoalReport report = publish(sources);

    assertThat(report.failure()).isEmpty();
  }

  @Test
  void publishesFromALinkedWorkingTree() throws Exception {
    Path sources = sources();
    Path linked = temp.resolve("linked");
    Path meta = sources.resolve(".git/worktrees/linked");
    Files.createDirectories(meta);
    try (Git git = Git.open(sources.toFile())) {
      Files.writeString(meta.resolve("HEAD"), git.getRepository().resolve("HEAD").name() + "\n");
    }
    Files.writeString(meta.resolve("commondir"), "../..\n");
    Files.writeString(meta.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.copy(sources.resolve(".git/index"), meta.resolve("index"));
    Files.createDirectories(linked.resolve(FILE).getParent());
    Files.writeString(linked.resolve(".git"), "gitdir: " + meta + "\n");
    Files.writeString(linked.resolve(FILE), Examples.SHOP);
    Files.writeString(linked.resolve(".gitignore"), IGNORED);

    GoalReport report = publish(linked);

    assertThat(report.failure()).isEmpty();
  }

  @Test
  void saysThatThereIsNoCommitYet() throws Exception {
    Path folder = temp.resolve("sources");
    try (History history = History.init(folder)) {
      history.write(FILE, Examples.SHOP).write(".gitignore", IGNORED);
    }

    GoalReport report = publish(folder, temp.resolve("target.git").toString(), true);

    assertThat(text(report))
        .isEqualTo("ERROR the branch `main` has no commit yet: commit something first\n");
  }

  @Test
  void saysThatThereIsNoRepository() throws Exception {
    Path folder = temp.resolve("plain");
    Files.createDirectories(folder.resolve(FILE).getParent());
    Files.writeString(folder.resolve(FILE), Examples.SHOP);

    assertThat(text(publish(folder))).contains("is in no Git repository; run this in a clone");
  }

  @ParameterizedTest
  @CsvSource({
    "ssh://git@127.0.0.1:PORT/shops.git, cannot be read: Connection refused",
    "http://127.0.0.1:PORT/shops.git, cannot be read: Connection refused",
    "ftp://127.0.0.1:PORT/shops.git, 'cannot be opened: use https, ssh or a path instead of ftp'",
    "nothing/here.git, cannot be opened: not found.",
  })
  void saysThatNobodyAnswers(String url, String words) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    GoalReport report = publish(sources(), url.replace("PORT", "" + port), false);

    assertThat(report.messages()).hasSize(1);
    assertThat(text(report)).startsWith("ERROR `").contains("` " + words);
  }

  private Path sources() throws IOException, GitAPIException {
    Path folder = temp.resolve("sources");
    try (History history = History.init(folder)) {
      history.write(FILE, Examples.SHOP).write(".gitignore", IGNORED).commit();
    }
    return folder;
  }

  private GoalReport publish(Path sources) throws IOException {
    return publish(sources, temp.resolve("target.git").toString(), false);
  }

  private static GoalReport publish(Path sources, String url, boolean allowDirty)
      throws IOException {
    ProjectFolders folders = new ProjectFolders(sources.resolve("state"), true, "default");
    PublishRequest request =
        new PublishRequest(
            url,
            "live",
            "shops",
            "",
            "Robot <robot@example.com>",
            Optional.of(false),
            false,
            allowDirty,
            false,
            new ServerAccess(Access.NONE, List.of()));
    Settings settings = Examples.settings(sources, List.of("src/main/kro"));
    return new Publish(settings, folders, request, () -> {}).run();
  }

  /** Commits one entry to a branch of the target that has nothing else. */
  private void commit(String branch, String path, FileMode mode) throws IOException {
    Repository repository = target.getRepository();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCacheEntry entry = new DirCacheEntry(path);
      entry.setFileMode(mode);
      entry.setObjectId(
          mode.equals(FileMode.GITLINK)
              ? ObjectId.fromString("1".repeat(40))
              : inserter.insert(Constants.OBJ_BLOB, "elsewhere".getBytes(StandardCharsets.UTF_8)));
      DirCache files = DirCache.newInCore();
      DirCacheBuilder builder = files.builder();
      builder.add(entry);
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setAuthor(SOMEBODY);
      commit.setCommitter(SOMEBODY);
      commit.setMessage("c");
      commit.setTreeId(files.writeTree(inserter));
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef("refs/heads/" + branch);
      update.setNewObjectId(id);
      update.update();
    }
  }

  private ObjectId tip(String branch) throws IOException {
    return Objects.requireNonNull(target.getRepository().resolve("refs/heads/" + branch));
  }

  private List<String> paths(String branch) throws IOException {
    List<String> paths = new ArrayList<>();
    Repository repository = target.getRepository();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commits.parseCommit(tip(branch)).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }

  private static String text(GoalReport report) {
    return report.messages().stream()
        .map(message -> message.level() + " " + message.text() + "\n")
        .collect(Collectors.joining());
  }
}
