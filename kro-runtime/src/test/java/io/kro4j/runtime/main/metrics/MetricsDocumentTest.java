package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.artifact.Fixtures;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Request;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.group.GroupObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} has a row for each metric that is printed, but for the JVM's own. */
class MetricsDocumentTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final String HEADER = "| metric | type | labels | what it tells |";
  private static final ApiType API =
      new ApiType(new GroupVersionKind("g", "v1", "Thing"), "things", Scope.NAMESPACED);
  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (\\S+) (.*)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)\\{(.*)} .*");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

  @Test
  void theTableIsWhatIsPrinted() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int first = lines.indexOf(HEADER) + 2;
    List<String> expected = new ArrayList<>(lines.subList(0, first));
    expected.addAll(rows(printed()));
    lines.stream().skip(first).dropWhile(line -> line.startsWith("|")).forEach(expected::add);

    Fixtures.assertSame(PAGE, String.join("\n", expected) + "\n");
  }

  private static String printed() throws IOException {
    RuntimeMetrics metrics = new RuntimeMetrics("1.2.3", true);
    metrics.leads("lease", true);
    metrics.reconciles().reconciled(API, Outcome.done(), true, Duration.ZERO);
    metrics.requests().finished(new Request(Verb.GET, "g", "v1", "things", "", 200, Duration.ZERO));
    GroupObserver groups = metrics.groups();
    groups.built("group", false, Duration.ZERO);
    groups.stateChanged("group", "", "Active");
    groups.deleted("group", Duration.ZERO);
    groups.issued("no_revision");
    groups.waited("compiling");
    groups.resolved("serve");
    groups.compiled(true, Duration.ZERO);
    metrics.watches().happened(API, WatchEvent.Type.ADDED);
    metrics.watches().synced(API, Duration.ZERO);
    metrics.running(new SomeStatistics(API));
    metrics.transitions().written(API, Map.of(), Map.of(), Map.of("state", "ACTIVE"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> rows(String text) {
    Map<String, String> help = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    Map<String, Set<String>> labels = new TreeMap<>();
    for (String line : text.split("\n")) {
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        (comment.group(1).equals("HELP") ? help : types).put(comment.group(2), comment.group(3));
      }
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        String name = sample.group(1).replaceFirst("_(bucket|count|sum)$", "");
        Set<String> names = labels.computeIfAbsent(name, each -> new TreeSet<>());
        Matcher label = LABEL.matcher(sample.group(2));
        while (label.find()) {
          names.add(label.group(1));
        }
      }
    }
    return types.keySet().stream()
        .filter(name -> !name.matches("(jvm|process)_.*"))
        .map(
            name -> row(name, types.get(name), labels.getOrDefault(name, Set.of()), help.get(name)))
        .toList();
  }

  private static String row(String name, String type, Set<String> labels, String help) {
    Set<String> own = new TreeSet<>(labels);
    own.remove("le");
    String names = own.isEmpty() ? "–" : "`" + String.join("`, `", own) + "`";
    return "| `"
        + name
        + "` | "
        + type
        + " | "
        + names
        + " | "
        + help.replaceAll("<\\w+>", "`$0`")
        + " |";
  }
}
