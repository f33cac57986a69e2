package io.kro4j.maven.plan;

import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.plan.ApiPlan;
import io.kro4j.compiler.plan.InstanceFile;
import io.kro4j.compiler.plan.Plan;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.SourceFiles;
import io.kro4j.maven.git.GitFile;
import io.kro4j.maven.git.GitTree;
import io.kro4j.maven.input.AntPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files in which a plan has to look for instances. Most need not be read: those that are
 * the same in both states and whose APIs do not change, and those that name no kind of interest.
 */
final class PlanInstances {
  /** What looks like instances there is the test data of health rules, and generated. */
  private static final String HEALTH_TESTS = OutputPath.GITOPS + "/argocd/resource_customizations/";

  private final GitTree before;
  private final GitTree after;
  private final AntPatterns patterns;
  private final Set<String> kinds;
  private final Set<String> changedKinds;

  private PlanInstances(Plan plan, GitTree before, GitTree after, List<String> patterns) {
    this.before = before;
    this.after = after;
    this.patterns = new AntPatterns(patterns);
    this.kinds = kinds(plan.apis().stream());
    this.changedKinds =
        kinds(plan.apis().stream().filter(api -> api.change() != ApiPlan.Change.NONE));
  }

  /**
   * The files to look into, by path.
   *
   * @param plan what changes of the APIs
   * @param before the files of the one state
   * @param after the files of the other
   * @param patterns Ant patterns of the paths, from the top of the repository
   * @throws IOException if a file cannot be read
   */
  static List<InstanceFile> find(Plan plan, GitTree before, GitTree after, List<String> patterns)
      throws IOException {
    return new PlanInstances(plan, before, after, patterns).find();
  }

  private static Set<String> kinds(Stream<ApiPlan> apis) {
    return apis.flatMap(api -> Stream.concat(api.before().stream(), api.after().stream()))
        .map(type -> type.gvk().kind())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<InstanceFile> find() throws IOException {
    Set<String> paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    List<InstanceFile> files = new ArrayList<>();
    for (String path : paths) {
      if (isWanted(path)) {
        Optional<InstanceFile> file = file(before.files().get(path), after.files().get(path));
        file.ifPresent(files::add);
      }
    }
    return files;
  }

  private boolean isWanted(String path) {
    return !path.contains(HEALTH_TESTS) && patterns.match(path);
  }

  private Optional<InstanceFile> file(@Nullable GitFile old, @Nullable GitFile now)
      throws IOException {
    if (old != null && now != null && old.blob().equals(now.blob())) {
      Optional<SourceFile> same =
          changedKinds.isEmpty() ? Optional.empty() : read(now, changedKinds);
      return same.map(file -> new InstanceFile(same, same));
    }
    Optional<SourceFile> former = old == null ? Optional.empty() : read(old, kinds);
    Optional<SourceFile> later = now == null ? Optional.empty() : read(now, kinds);
    return former.isEmpty() && later.isEmpty()
        ? Optional.empty()
        : Optional.of(new InstanceFile(former, later));
  }

  /** The file, if any of the kinds is in it. */
  private static Optional<SourceFile> read(GitFile file, Set<String> kinds) throws IOException {
    byte[] content = file.content().read();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return kinds.stream().anyMatch(text::contains)
        ? SourceFiles.decode(file.path(), content).value()
        : Optional.empty();
  }
}
