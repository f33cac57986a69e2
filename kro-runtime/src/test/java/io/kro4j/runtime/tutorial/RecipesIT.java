package io.kro4j.runtime.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kro4j.compiler.docs.MarkdownPage;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import io.kro4j.testing.MavenProgram;
import io.kro4j.testing.Shell;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipelines of {@code docs/ci.md}: each of their commands, in a clone as deep as they ask for.
 */
class RecipesIT {
  private static final Path DOCS = MarkdownPage.ROOT.resolve("docs");
  private static final Map<String, String> CONTEXT =
      Map.of("${{ github.token }}", "secret", "${{ github.event.number }}", "7");

  @TempDir private Path folder;

  private Shell shell;
  private Path home;

  /** A repository as the tutorial has it, with a branch that may be merged and one that may not. */
  @BeforeEach
  void makeRepository() throws Exception {
    home = folder.toRealPath();
    shell = Shell.in(home);
    MavenProgram.provide(shell);
    run("git init -q --bare -b main platform.git; git clone -q platform.git work; cd work");
    for (MarkdownPage.CodeBlock block : MarkdownPage.read(DOCS.resolve("tutorial.md")).blocks()) {
      if (block.mark().verb().equals("file")) {
        shell.write(block.mark().argument(), block.text().replace("spec.imag}", "spec.image}"));
      }
    }
    run("mvn kro:compile; git add .; git commit -qm first; git push -q origin main");
    branch("sound", "s/^      image: string.*/&\\n      team: string | default=\"a\"/");
    branch("breaking", "s/image: string/container: string/; s/spec.image/spec.container/");
    run("cd ..; rm -r work");
  }

  private void branch(String name, String edit) {
    run("git switch -qc " + name + " main");
    run("sed -i '" + edit + "' src/main/kro/webshop.yaml");
    if (name.equals("breaking")) {
      run("sed -i 's/image:/container:/' src/test/kro/webshop.test.yaml");
    }
    run("mvn kro:compile; git commit -qam " + name + "; git push -q origin " + name);
  }

  @Test
  void gitHub() throws Exception {
    Map<String, Object> jobs = object(recipe(0).get("jobs"));
    Path summary = home.resolve("summary.md");
    shell.set("GITHUB_STEP_SUMMARY", summary.toString());
    shell.set("GITHUB_BASE_REF", "main");
    shell.provide("gh", "printf '%s\\n' \"$@\" >\"$HOME/gh\"; cat target/kro-reports/plan.md");

    List<Boolean> sound = gitHubJob(object(jobs.get("check")), "sound");

    assertThat(sound).doesNotContain(false).hasSize(4);
    assertThat(summary).content().contains("## Plan: from `origin/main", "Nothing breaks.");
    assertThat(home.resolve("gh"))
        .hasContent(
            "pr\ncomment\n7\n--edit-last\n--create-if-none\n--body-file\ntarget/kro-reports/plan.md");
    assertThat(shell.folder().resolve("target/kro-reports")).isDirectoryContaining("glob:**.sarif");

    assertThat(gitHubJob(object(jobs.get("check")), "breaking"))
        .as("all but the plan")
        .containsExactly(true, false, true, true);

    assertThat(gitHubJob(object(jobs.get("publish")), "main")).containsExactly(true);
    assertThat(published()).contains("platform/crds/webshops.platform.example.com.yaml");
  }

  @Test
  void gitLab() throws Exception {
    Map<String, Object> jobs = recipe(1);
    List<String> notes = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/projects/3/merge_requests/7/notes",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          notes.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
          boolean known = "secret".equals(exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN"));
          exchange.sendResponseHeaders(known ? 201 : 401, -1);
          exchange.close();
        });
    server.start();
    shell.set("CI_API_V4_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    shell.set("CI_PROJECT_ID", "3");
    shell.set("CI_MERGE_REQUEST_IID", "7");
    shell.set("KRO_COMMENT_TOKEN", "secret");
    shell.set("CI_PROJECT_URL", home.resolve("platform").toString());

    assertThat(gitLabJob(object(jobs.get("check")), "sound")).isTrue();
    assertThat(shell.folder().resolve("target/kro-reports"))
        .isDirectoryContaining("glob:**/TEST-*.xml");
    assertThat(gitLabJob(object(jobs.get("check")), "breaking")).isFalse();
    server.stop(0);
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).startsWith("body=## Plan: from ").contains("Nothing breaks.");
    assertThat(notes.get(1)).contains("property-removed");

    assertThat(gitLabJob(object(jobs.get("publish")), "main")).isTrue();
    assertThat(published()).contains("platform/crds/webshops.platform.example.com.yaml");
  }

  @Test
  void aCloneThatIsTooShallowSaysSo() {
    clone("sound", 1);

    for (String base : List.of("", " -Dkro.base=origin/main", " -Dkro.base=" + "a".repeat(40))) {
      Shell.Result plan = shell.run("mvn -B -ntp kro:plan" + base);
      assertThat(plan.exit()).as(plan.output()).isNotZero();
      assertThat(plan.output())
          .contains("this clone is shallow", "`fetch-depth: 0`", "`GIT_DEPTH: 0`");
    }
  }

  /** Whether each command succeeds; those after one that does not run only if they always do. */
  private List<Boolean> gitHubJob(Map<String, Object> job, String branch) {
    List<Boolean> results = new ArrayList<>();
    for (Object each : (List<?>) job.get("steps")) {
      Map<String, Object> step = object(each);
      if (String.valueOf(step.get("uses")).startsWith("actions/checkout@")) {
        Object depth = step.containsKey("with") ? object(step.get("with")).get("fetch-depth") : 1L;
        clone(branch, depth);
      }
      if (step.containsKey("env")) {
        object(step.get("env")).forEach((name, value) -> shell.set(name, context(value)));
      }
      if (step.get("run") instanceof String run
          && (!results.contains(false) || "always()".equals(step.get("if")))) {
        results.add(shell.run(run).exit() == 0);
      }
    }
    return results;
  }

  private boolean gitLabJob(Map<String, Object> job, String branch) {
    Map<String, Object> variables = object(job.get("variables"));
    clone(branch, variables.getOrDefault("GIT_DEPTH", 20L));
    variables.forEach((name, value) -> shell.set(name, String.valueOf(value)));
    shell.set(
        "CI_MERGE_REQUEST_DIFF_BASE_SHA", run("git merge-base HEAD origin/main").output().strip());
    boolean passed = true;
    for (Object command : (List<?>) job.get("script")) {
      passed = passed && shell.run((String) command).exit() == 0;
    }
    for (Object command : (List<?>) job.getOrDefault("after_script", List.of())) {
      run((String) command);
    }
    return passed;
  }

  private void clone(String branch, Object depth) {
    shell.enter(home);
    String shallow = depth.toString().equals("0") ? "" : " --depth " + depth;
    run(
        "rm -rf clone; git clone -q"
            + shallow
            + " -b "
            + branch
            + " file://$PWD/platform.git clone");
    run("cd clone");
  }

  private List<String> published() {
    return run("git -C " + home + "/platform.git ls-tree -r --name-only live")
        .output()
        .lines()
        .toList();
  }

  private Shell.Result run(String command) {
    Shell.Result result = shell.run(command);
    assertThat(result.exit()).as("%s%n%s", command, result.output()).isZero();
    return result;
  }

  private static String context(Object value) {
    assertThat(CONTEXT).containsKey((String) value);
    return CONTEXT.get((String) value);
  }

  /** A pipeline of the page. */
  private static Map<String, Object> recipe(int index) throws Exception {
    List<String> recipes =
        MarkdownPage.read(DOCS.resolve("ci.md")).blocks().stream()
            .filter(block -> block.language().equals("yaml"))
            .map(MarkdownPage.CodeBlock::text)
            .toList();
    SourceFile source = SourceFile.of("ci.yaml", recipes.get(index));
    YamlValue root =
        YamlReader.read(source, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
    return ((YamlValue.Mapping) root).toJson();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }
}
