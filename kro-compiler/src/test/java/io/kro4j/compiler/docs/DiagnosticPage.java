package io.kro4j.compiler.docs;

import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.compiler.fixtures.Example;
import io.kro4j.compiler.fixtures.ExampleOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The page of a diagnostic: what it means in one paragraph, its severity, and the sections of
 * {@link #SECTIONS}.
 *
 * <p>The section {@code Example} has the files to compile and then, as {@code text}, what the
 * compiler says. A file is {@code example.yaml} unless a comment before its block says otherwise:
 * {@code <!-- file: crds/widget.yaml -->}. Comments {@code <!-- options: maxDepth=9 -->} and {@code
 * <!-- charset: ISO-8859-1 -->} say how to compile and how to save {@code example.yaml}. The
 * section {@code How to mend it} has the files that have to change.
 */
record DiagnosticPage(MarkdownPage page) {
  /** Where the pages are. */
  static final Path FOLDER = MarkdownPage.ROOT.resolve("docs/diagnostics");

  /** The sections of every page, in their order. */
  static final List<String> SECTIONS = List.of("Example", "How to mend it", "Why", "Upstream kro");

  private static final String EXAMPLE = "example.yaml";

  /** The page of an id. */
  static DiagnosticPage of(String code) {
    return new DiagnosticPage(MarkdownPage.read(FOLDER.resolve(code + ".md")));
  }

  /** The paragraph under the title, on one line. */
  String summary() {
    List<String> lines = page.lines();
    return String.join(" ", lines.subList(2, 2 + lines.subList(2, lines.size()).indexOf("")));
  }

  /** The titles of the sections. */
  List<String> sections() {
    return page.lines().stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  /** What the compiler says about the example, as shown. */
  String shown() {
    return output().text();
  }

  /** The block that shows what the compiler says. */
  CodeBlock output() {
    return blocks("Example").stream()
        .filter(block -> block.language().equals("text"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page + " does not show what the compiler says"));
  }

  /** What the compiler says about the example. */
  String said() {
    return said(blocks("Example"));
  }

  /** What the compiler says once the example is mended. */
  String saidAfterwards() {
    List<CodeBlock> blocks = new ArrayList<>(blocks("Example"));
    blocks.addAll(blocks("How to mend it"));
    return said(blocks);
  }

  private static String said(List<CodeBlock> blocks) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<String, String> options = new HashMap<>();
    for (CodeBlock block : blocks) {
      String argument = block.mark().argument();
      boolean file = block.mark().verb().equals("file");
      boolean charset = block.mark().verb().equals("charset");
      if (block.mark().verb().equals("options")) {
        String[] option = argument.split("=", 2);
        options.put(option[0], option[1]);
      }
      if (!block.language().equals("text")) {
        Charset saved = charset ? Charset.forName(argument) : StandardCharsets.UTF_8;
        files.put(file ? argument : EXAMPLE, block.text().getBytes(saved));
      }
    }
    return TextRenderer.render(
            new Example(files, ExampleOptions.of(options)).compile().diagnostics())
        .replaceFirst("\n$", "");
  }

  private List<CodeBlock> blocks(String section) {
    int from = page.lines().indexOf("## " + section) + 1;
    int to = from;
    while (to < page.lines().size() && !page.lines().get(to).startsWith("## ")) {
      to++;
    }
    int end = to;
    return page.blocks().stream()
        .filter(block -> block.line() > from && block.line() <= end)
        .toList();
  }
}
