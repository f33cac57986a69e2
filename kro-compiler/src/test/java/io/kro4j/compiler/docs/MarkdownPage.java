package io.kro4j.compiler.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, as far as tests look into it. */
public record MarkdownPage(Path path, List<String> lines) {
  /** The folder of the whole project. */
  public static final Path ROOT = Path.of("..");

  private static final Pattern FENCE = Pattern.compile("( *)(```+)([a-z]*)\\s*");
  private static final Pattern MARK =
      Pattern.compile("\\s*<!-- (?<verb>[a-z ]+?)(: (?<argument>.+))? -->\\s*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");

  /**
   * A fenced block of code.
   *
   * @param line the line of its fence, from 1
   * @param language what stands behind the fence; may be empty
   * @param mark the comment on the line before, which says how to check the block
   * @param text the code
   */
  public record CodeBlock(int line, String language, Mark mark, String text) {}

  /**
   * What a comment before a block says.
   *
   * @param verb what to do with the block; empty if there is no comment
   * @param argument what stands behind the colon; may be empty
   */
  public record Mark(String verb, String argument) {
    static final Mark NONE = new Mark("", "");
  }

  /**
   * A row of a table.
   *
   * @param line its line, from 1
   * @param header the cells of the table's first row
   * @param cells the cells of this one
   */
  record Row(int line, List<String> header, List<String> cells) {
    boolean has(String column) {
      return header.contains(column);
    }

    /** The text of a cell. */
    String cell(String column) {
      return cells.get(header.indexOf(column));
    }

    /** The code in a cell, which is nothing but one piece of code; the text of the cell if not. */
    String code(String column) {
      Matcher code = CODE.matcher(cell(column));
      return code.matches() ? code.group(2).strip() : cell(column);
    }
  }

  /** All pages whose examples are checked here. */
  static List<MarkdownPage> all() {
    Path diagnostics = ROOT.resolve("docs/diagnostics");
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md") && !path.startsWith(diagnostics))
          .sorted()
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page in a file. */
  public static MarkdownPage read(Path path) {
    try {
      return new MarkdownPage(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page with nothing but the section under a heading of the second level; lines keep their
   * numbers.
   *
   * @throws IllegalArgumentException if there is no such heading
   */
  public MarkdownPage section(String title) {
    int start = lines.indexOf("## " + title);
    if (start < 0) {
      throw new IllegalArgumentException("no section " + title + " in " + this);
    }
    List<String> section = new ArrayList<>(Collections.nCopies(start, ""));
    section.add(lines.get(start));
    lines.stream()
        .skip(start + 1L)
        .takeWhile(line -> !line.startsWith("## "))
        .forEach(section::add);
    return new MarkdownPage(path, section);
  }

  /** The blocks of code, in order. */
  public List<CodeBlock> blocks() {
    List<CodeBlock> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int end = i + 1;
        while (!lines.get(end).strip().equals(fence.group(2))) {
          end++;
        }
        int indent = fence.group(1).length();
        String text =
            lines.subList(i + 1, end).stream()
                .map(line -> line.substring(Math.min(indent, line.length())) + "\n")
                .collect(Collectors.joining());
        blocks.add(new CodeBlock(i + 1, fence.group(3), mark(i - 1), text));
        i = end;
      }
    }
    return blocks;
  }

  private Mark mark(int line) {
    Matcher mark = MARK.matcher(line < 0 ? "" : lines.get(line));
    if (!mark.matches()) {
      return Mark.NONE;
    }
    String argument = mark.group("argument");
    return new Mark(mark.group("verb"), argument == null ? "" : argument);
  }

  /** The rows of all tables, headers and rulers left out. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("|")) {
        header = List.of();
      } else if (header.isEmpty()) {
        header = cells(lines.get(i));
        i++;
      } else {
        rows.add(new Row(i + 1, header, cells(lines.get(i))));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.strip().substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList();
  }

  /** The targets of all links, code left out. */
  List<String> links() {
    List<String> targets = new ArrayList<>();
    boolean inCode = false;
    for (String line : lines) {
      inCode ^= line.strip().startsWith("```");
      Matcher link = LINK.matcher(inCode ? "" : CODE.matcher(line).replaceAll(""));
      while (link.find()) {
        targets.add(link.group(1));
      }
    }
    return targets;
  }

  /** Headings as the anchors that links name. */
  List<String> anchors() {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** Where a line is, for messages. */
  public String at(int line) {
    return ROOT.relativize(path) + ":" + line;
  }

  @Override
  public String toString() {
    return ROOT.relativize(path).toString();
  }
}
