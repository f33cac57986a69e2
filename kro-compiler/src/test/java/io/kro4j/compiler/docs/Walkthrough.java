package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.testing.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * A page whose reader types what it shows. In order:
 *
 * <ul>
 *   <li>a block after {@code <!-- file: path -->} is written to that file, and one after {@code
 *       <!-- compiled: name -->} to {@code src/main/kro/name.yaml};
 *   <li>of a {@code console} block, each line that starts with {@code $ } is run, and what follows
 *       it is what it says: all of it, but that a line {@code ...} stands for any lines, and that
 *       ids of commits may be others. A command with a comment behind it may say anything if
 *       nothing is shown. Each command succeeds, apart from the last one of a block after {@code
 *       <!-- failing -->};
 *   <li>after {@code <!-- running -->} the only command of the block runs on while the rest of the
 *       page is done;
 *   <li>for {@code <!-- mistake: name: old => new -->} a piece of the file of that name is
 *       replaced, and the last command run again: it fails, and says what the block shows. Then the
 *       file is mended, and the command succeeds.
 * </ul>
 */
public final class Walkthrough {
  /** The pages that are run by a test. */
  static final List<String> PAGES = List.of("README.md", "docs/tutorial.md");

  private static final String PROMPT = "$ ";
  private static final String HERE = "<<EOF\n";
  private static final String HERE_END = "\nEOF\n";
  private static final Pattern COMMIT = Pattern.compile("\\b(?=[0-9a-f]*\\d)[0-9a-f]{7,40}\\b");
  private static final Pattern COLOUR = Pattern.compile("\\e\\[[0-9;]*m");
  private static final Pattern ONLY_COLOUR = Pattern.compile("(?:" + COLOUR + ")+");
  private static final Pattern COMMENT = Pattern.compile(".* # .*");
  private static final String ANYTHING = "(?:.*\n)*?";
  private static final String ANY_LINES = "...\n";

  private final MarkdownPage page;
  private final Shell shell;
  private final String home;
  private final Surroundings surroundings;
  private final Map<String, String> groups = new HashMap<>();
  private final SoftAssertions outputs = new SoftAssertions();
  private final StringBuilder transcript = new StringBuilder();
  private String last = "";

  /** What goes on beside the commands. */
  @FunctionalInterface
  public interface Surroundings {
    /**
     * What happens after a command.
     *
     * @param command the command as it was typed
     * @param output what it said
     */
    void after(String command, String output);

    /**
     * Starts a command that runs on.
     *
     * @param command the command as it is typed
     * @throws IllegalStateException if no page has such commands
     */
    default void start(String command) {
      throw new IllegalStateException("nobody runs " + command);
    }
  }

  /**
   * A walk through a page.
   *
   * @param page the page, or a section of it
   * @param shell where the commands run; its folder is called {@code /home/ada} on the page
   * @param surroundings what happens after each command, and who runs those that do not end
   */
  public Walkthrough(MarkdownPage page, Shell shell, Surroundings surroundings) {
    this.page = page;
    this.shell = shell;
    this.home = shell.folder().toString();
    this.surroundings = surroundings;
    assertThat(PAGES).contains(page.toString());
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
      switch (block.mark().verb()) {
        case "file" -> shell.write(block.mark().argument(), block.text());
        case "compiled" -> {
          groups.put(block.mark().argument(), block.text());
          shell.write(file(block.mark().argument()), block.text());
        }
        case "mistake" -> mistake(block);
        case "running" -> commands(block).forEach(each -> surroundings.start(each.text()));
        default -> {
          if (block.language().equals("console")) {
            commands(block).forEach(this::run);
          }
        }
      }
    }
    outputs.assertAll();
  }

  /** What was typed and said so far, for who writes or mends the page. */
  public String transcript() {
    return transcript.toString();
  }

  private void mistake(CodeBlock block) {
    String[] parts = block.mark().argument().split(": ", 2);
    String[] change = parts[1].split(" => ", 2);
    String sound = groups.getOrDefault(parts[0], "");
    assertThat(sound).contains(change[0]);
    String command = last;
    shell.write(file(parts[0]), sound.replace(change[0], change[1]));
    run(new Command(block.line(), command, ANY_LINES + block.text() + ANY_LINES, true));
    shell.write(file(parts[0]), sound);
    run(new Command(block.line(), command, ANY_LINES, false));
  }

  private static String file(String group) {
    return "src/main/kro/" + group + ".yaml";
  }

  private void run(Command command) {
    last = command.text();
    Shell.Result result = shell.run(command.text());
    String where = page.at(command.line()) + " $ " + command.text();
    assertThat(result.exit() != 0).as(where + "\n" + result.output()).isEqualTo(command.fails());
    String actual = normal(result.output().replace(home, "/home/ada"));
    transcript.append(PROMPT).append(command.text()).append('\n').append(actual);
    String expected = normal(command.output());
    if (!pattern(expected).matcher(actual).matches()) {
      outputs.assertThat(actual).as(where).isEqualTo(expected);
    }
    surroundings.after(command.text(), actual);
  }

  private static List<Command> commands(CodeBlock block) {
    List<Command> commands = new ArrayList<>();
    String[] parts = ("\n" + block.text()).split("\n\\$ ");
    assertThat(parts[0]).as("before the first " + PROMPT).isEmpty();
    for (int i = 1; i < parts.length; i++) {
      String part = i == parts.length - 1 ? parts[i] : parts[i] + "\n";
      int end = end(part);
      String text = part.substring(0, end - 1);
      String shown = part.substring(end);
      boolean described = shown.isEmpty() && COMMENT.matcher(text).matches();
      String output = described ? ANY_LINES : shown;
      boolean fails = i == parts.length - 1 && block.mark().verb().equals("failing");
      commands.add(new Command(block.line(), text, output, fails));
    }
    return commands;
  }

  /** A command goes on after a backslash, and to the end of its here-document. */
  private static int end(String part) {
    int end = 0;
    do {
      end = part.indexOf('\n', end) + 1;
    } while (part.charAt(end - 2) == '\\');
    return part.startsWith(HERE, end - HERE.length())
        ? part.indexOf(HERE_END, end - 1) + HERE_END.length()
        : end;
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
