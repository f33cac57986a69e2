package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.compiler.docs.MarkdownPage.Mark;
import io.kro4j.compiler.yaml.YamlDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the documentation to what the compiler does: every YAML block says by a comment before it
 * how it is checked, and is checked.
 *
 * <ul>
 *   <li>{@code compiled: name}: compiles without any finding; {@code compiled with omit} too, with
 *       the feature gate on
 *   <li>{@code warns: ids}: compiles with these warnings
 *   <li>{@code fails: ids}: has these errors, and no other finding
 *   <li>{@code crd}: a CRD, whose types the examples of the page may use
 *   <li>{@code crd of: name}, {@code spec of: name}, {@code status of: name}: what the named
 *       example compiles to
 *   <li>{@code order of: name}: its nodes, each with its wave
 *   <li>{@code mistake: name: old => new}: what a goal says about the named example when a piece of
 *       it is replaced
 *   <li>{@code instance: name}: an instance of the named example that an API server would take, and
 *       {@code rendered: name} what is rendered of it
 *   <li>{@code test: name}: a test of the named example that passes; {@code failing test: name} one
 *       that fails, and {@code failure: name} what it says
 *   <li>{@code nodes}: nodes of a {@code CompiledGraph}
 *   <li>{@code other}: YAML for another tool
 *   <li>{@code file: path}: what the test that runs the page's commands puts there; {@code
 *       failing}: commands of which the last one fails; {@code running}: a command that runs on
 * </ul>
 */
class DocExamplesTest {

  @TestFactory
  Stream<DynamicTest> examplesAreTrue() {
    return MarkdownPage.all().stream().flatMap(DocExamplesTest::tests);
  }

  @Test
  void pagesLinkToWhatIsThere() throws Exception {
    List<String> broken = new ArrayList<>();
    Map<Path, MarkdownPage> pages =
        MarkdownPage.all().stream()
            .collect(Collectors.toMap(page -> page.path().normalize(), page -> page));
    for (MarkdownPage page : pages.values()) {
      for (String link : page.links()) {
        String[] target = link.split("#", 2);
        Path file =
            target[0].isEmpty()
                ? page.path().normalize()
                : page.path().resolveSibling(target[0]).normalize();
        MarkdownPage other = pages.get(file);
        boolean sound =
            link.contains("://")
                || (Files.exists(file)
                    && (target.length < 2 || other == null || other.anchors().contains(target[1])));
        if (!sound) {
          broken.add(page + " → " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static Stream<DynamicTest> tests(MarkdownPage page) {
    DocGroups groups = DocGroups.on(page);
    Map<String, CodeBlock> named = new HashMap<>();
    page.blocks().stream()
        .filter(block -> block.mark().verb().startsWith("compiled"))
        .forEach(block -> named.put(block.mark().argument(), block));
    page.blocks().stream()
        .filter(block -> GroupExamples.isInput(block.mark().verb()))
        .forEach(block -> named.put(block.mark().verb() + " " + block.mark().argument(), block));
    return page.blocks().stream()
        .filter(block -> block.language().equals("yaml") || !block.mark().equals(Mark.NONE))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    page.at(block.line()), () -> check(page, block, groups, named)));
  }

  private static void check(
      MarkdownPage page, CodeBlock block, DocGroups groups, Map<String, CodeBlock> named) {
    String argument = block.mark().argument();
    switch (block.mark().verb()) {
      case "compiled" -> findings(groups.compile(argument, block.text(), false), "");
      case "compiled with omit" -> findings(groups.compile(argument, block.text(), true), "");
      case "warns", "fails" -> {
        Compilation compilation = groups.compile("", block.text(), false);
        findings(compilation, argument);
        assertThat(compilation.hasErrors()).isEqualTo(block.mark().verb().equals("fails"));
      }
      case "file", "failing", "running" -> assertThat(Walkthrough.PAGES).contains(page.toString());
      case "crd", "other" -> assertThat(DocGroups.documents(block)).isNotEmpty();
      case "crd of" ->
          assertThat(YamlWriter.write(crd(argument, groups, named))).isEqualTo(block.text());
      case "spec of" -> part(block, "spec", crd(argument, groups, named));
      case "status of" -> part(block, "status", crd(argument, groups, named));
      case "order of" ->
          assertThat(order(compiled(argument, groups, named)) + "\n").isEqualTo(block.text());
      case "mistake" -> assertThat(mistake(argument, groups, named)).isEqualTo(block.text());
      case "nodes" -> GraphNodes.check(block);
      case "instance" ->
          assertThat(new GroupExamples(compiled(argument, groups, named)).render(block.text()))
              .isNotEmpty();
      case "rendered" ->
          assertThat(
                  new GroupExamples(compiled(argument, groups, named))
                      .render(named.get("instance " + argument).text()))
              .isEqualTo(block.text());
      case "test" ->
          assertThat(new GroupExamples(compiled(argument, groups, named)).test(block.text()))
              .isEmpty();
      case "failing test" ->
          assertThat(new GroupExamples(compiled(argument, groups, named)).test(block.text()))
              .isNotEmpty();
      case "failure" ->
          assertThat(
                  new GroupExamples(compiled(argument, groups, named))
                      .test(named.get("failing test " + argument).text()))
              .isEqualTo(block.text());
      default ->
          throw new AssertionError(
              "the block needs a comment before it that says how to check it, and `"
                  + block.mark().verb()
                  + "` is none");
    }
  }

  private static void findings(Compilation compilation, String ids) {
    List<String> expected =
        Arrays.stream(ids.split(", ")).filter(id -> !id.isEmpty()).sorted().toList();
    TreeSet<String> found = new TreeSet<>();
    for (Diagnostic diagnostic : compilation.diagnostics()) {
      found.add(diagnostic.id().code());
    }
    assertThat(found)
        .as(TextRenderer.render(compilation.diagnostics()))
        .containsExactlyElementsOf(expected);
  }

  private static CompiledGroup compiled(
      String name, DocGroups groups, Map<String, CodeBlock> named) {
    assertThat(named).containsKey(name);
    return groups.compile(name, named.get(name).text(), false).groups().get(0);
  }

  private static Map<String, Object> crd(
      String name, DocGroups groups, Map<String, CodeBlock> named) {
    return compiled(name, groups, named).crd().json();
  }

  private static void part(CodeBlock block, String part, Map<String, Object> crd) {
    YamlDocument document = DocGroups.documents(block).get(0);
    Object version = ((List<?>) at(crd, "spec", "versions")).get(0);
    Object actual = at(version, "schema", "openAPIV3Schema", "properties", part);

    assertThat(DocGroups.object(document)).isEqualTo(actual);
  }

  private static Object at(Object json, String... path) {
    Object value = json;
    for (String step : path) {
      value = ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  private static String order(CompiledGroup group) {
    return group.graph().nodes().stream()
        .map(node -> node.id() + " (" + node.core().applyOrder() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String mistake(String argument, DocGroups groups, Map<String, CodeBlock> named) {
    String[] parts = argument.split(": ", 2);
    String[] change = parts[1].split(" => ", 2);
    String text = named.get(parts[0]).text();
    assertThat(text).contains(change[0]);
    String wrong = text.replace(change[0], change[1]);
    return TextRenderer.render(groups.compile(parts[0], wrong, false).diagnostics())
        .strip()
        .lines()
        .filter(line -> !line.startsWith("  see: "))
        .map(line -> "[ERROR] " + line + "\n")
        .collect(Collectors.joining());
  }
}
