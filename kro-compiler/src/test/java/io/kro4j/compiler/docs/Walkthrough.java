package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.testing.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * A page whose reader types what it shows. In order:
 *
 * <ul>
 *   <li>a block after {@code <!-- file: path -->} is written to that file;
 *   <li>of a {@code console} block, each line that starts with {@code $ } is run, and what follows
 *       it is what it says: all of it, but that a line {@code ...} stands for any lines, and that
 *       ids of commits may be others. Each command succeeds, apart from the last one of a block
 *       after {@code <!-- failing -->}.
 * </ul>
 */
public final class Walkthrough {
  /** The pages that are run by a test. */
  static final List<String> PAGES = List.of("docs/tutorial.md");

  private static final String PROMPT = "$ ";
  private static final Pattern COMMIT = Pattern.compile("\\b(?=[0-9a-f]*\\d)[0-9a-f]{7,40}\\b");
  private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");
  private static final Pattern ONLY_COLOUR = Pattern.compile("(?:" + COLOUR + ")+");
  private static final String ANYTHING = "(?:.*\n)*?";

  private final MarkdownPage page;
  private final Shell shell;
  private final String home;
  private final Runnable afterCommand;
  private final SoftAssertions outputs = new SoftAssertions();
  private final StringBuilder transcript = new StringBuilder();

  /**
   * A walk through a page.
   *
   * @param page the name of the page in the folder of the documentation
   * @param shell where the commands run; its folder is called {@code /home/ada} on the page
   * @param afterCommand what happens after each command
   */
  public Walkthrough(String page, Shell shell, Runnable afterCommand) {
    this.page = MarkdownPage.read(MarkdownPage.ROOT.resolve("docs").resolve(page));
    this.shell = shell;
    this.home = shell.folder().toString();
    this.afterCommand = afterCommand;
    assertThat(PAGES).contains(this.page.toString());
  }

  /**
   * A command of a page.
   *
   * @param line the line of its block
   * @param text the command
   * @param output what it says
   * @param fails whether it fails
   */
  private record Command(int line, String text, String output, boolean fails) {}

  /** Does all that the page says. */
  public void run() {
    for (CodeBlock block : page.blocks()) {
      if (block.mark().verb().equals("file")) {
        shell.write(block.mark().argument(), block.text());
      } else if (block.language().equals("console")) {
        commands(block).forEach(this::run);
      }
    }
    outputs.assertAll();
  }

  /** What was typed and said so far, for who writes or mends the page. */
  public String transcript() {
    return transcript.toString();
  }

  private void run(Command command) {
    Shell.Result result = shell.run(command.text());
    String where = page.at(command.line()) + " $ " + command.text();
    assertThat(result.exit() != 0).as(where + "\n" + result.output()).isEqualTo(command.fails());
    String actual = normal(result.output().replace(home, "/home/ada"));
    transcript.append(PROMPT).append(command.text()).append('\n').append(actual);
    String expected = normal(command.output());
    if (!pattern(expected).matcher(actual).matches()) {
      outputs.assertThat(actual).as(where).isEqualTo(expected);
    }
    afterCommand.run();
  }

  private static List<Command> commands(CodeBlock block) {
    List<Command> commands = new ArrayList<>();
    String[] parts = ("\n" + block.text()).split("\n\\$ ");
    assertThat(parts[0]).as("before the first " + PROMPT).isEmpty();
    for (int i = 1; i < parts.length; i++) {
      String part = i == parts.length - 1 ? parts[i] : parts[i] + "\n";
      // A command goes on after a backslash.
      int end = 0;
      do {
        end = part.indexOf('\n', end) + 1;
      } while (part.charAt(end - 2) == '\\');
      boolean fails = i == parts.length - 1 && block.mark().verb().equals("failing");
      commands.add(
          new Command(block.line(), part.substring(0, end - 1), part.substring(end), fails));
    }
    return commands;
  }

  private static String normal(String output) {
    return output
        .lines()
        .filter(line -> !ONLY_COLOUR.matcher(line).matches())
        .map(line -> COLOUR.matcher(line).replaceAll("").stripTrailing())
        .map(line -> COMMIT.matcher(line).replaceAll("<commit>") + "\n")
        .collect(Collectors.joining());
  }

  private static Pattern pattern(String expected) {
    return Pattern.compile(
        expected
            .lines()
            .map(line -> line.equals("...") ? ANYTHING : Pattern.quote(line + "\n"))
            .collect(Collectors.joining()));
  }
}
