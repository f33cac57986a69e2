package io.kro4j.runtime.deploy;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The chart, rendered by the real Helm, which {@code scripts/helm} gets. */
final class Helm {
  static final Path CHART = Path.of("..", "deploy", "chart");
  static final Path ALL_ON = Path.of("src", "test", "resources", "chart", "all-on.yaml");
  static final String NAMESPACE = "kro-system";

  private static final Path SCRIPT = Path.of("..", "scripts", "helm");

  private Helm() {}

  /**
   * What a command printed.
   *
   * @param exit its exit code
   * @param output what it printed, errors after the rest
   */
  record Result(int exit, String output) {}

  /** The text of a release {@code kro4j}. */
  static String render(String... options) throws IOException, InterruptedException {
    Result result = template(options);
    if (result.exit() != 0) {
      throw new IllegalStateException(result.output());
    }
    return result.output();
  }

  static Result template(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program()));
    command.addAll(List.of("template", "kro4j", CHART.toString(), "--namespace", NAMESPACE));
    command.addAll(List.of(options));
    return run(command);
  }

  static Result lint() throws IOException, InterruptedException {
    return run(List.of(program(), "lint", "--strict", CHART.toString()));
  }

  /** The texts of the objects of a YAML text. */
  static List<String> documents(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---$"))
        .filter(document -> !objects(document).isEmpty())
        .toList();
  }

  /** The objects of a YAML text. */
  static List<Map<String, Object>> objects(String yaml) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (YamlDocument document :
        YamlReader.read(SourceFile.of("rendered.yaml", yaml), YamlLimits.DEFAULT)
            .value()
            .orElseThrow()) {
      if (document.root() instanceof YamlValue.Mapping mapping) {
        objects.add(mapping.toJson());
      }
    }
    return objects;
  }

  /** The only object of a kind. */
  static Map<String, Object> only(List<Map<String, Object>> objects, String kind) {
    List<Map<String, Object>> found =
        objects.stream().filter(object -> kind.equals(object.get("kind"))).toList();
    if (found.size() != 1) {
      throw new AssertionError("not one " + kind + ": " + found);
    }
    return found.get(0);
  }

  /** What is at a path of keys and indexes. */
  static Object at(Object value, Object... path) {
    Object here = value;
    for (Object step : path) {
      here =
          step instanceof Integer index
              ? ((List<?>) here).get(index)
              : ((Map<?, ?>) here).get(step);
      if (here == null) {
        throw new AssertionError("nothing at " + List.of(path));
      }
    }
    return here;
  }

  private static String program() throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder(SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (script.waitFor() != 0) {
      throw new IllegalStateException("no Helm, see the messages of " + SCRIPT);
    }
    List<String> lines = output.strip().lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static Result run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
