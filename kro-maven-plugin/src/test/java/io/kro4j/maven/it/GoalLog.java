package io.kro4j.maven.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a Maven log that come from this plugin: what its goals logged, and why the build
 * failed. The rest differs between versions of Maven.
 */
final class GoalLog {
  /** Maven 3 and 4 name a goal differently before it runs. */
  private static final Pattern GOAL =
      Pattern.compile("\\[INFO] --- (?:kro|kro-maven-plugin):.*:(\\w+) .*");

  private static final Pattern FAILURE =
      Pattern.compile(
          "\\[ERROR] Failed to execute goal .*?kro-maven-plugin:[^:]*:(\\w+) .*?: (.*?) -> .*");

  private static final Pattern RULE = Pattern.compile("\\[INFO] -{3,}.*");

  /** What Maven says while a goal starts: it fetches the poms of the plugin's libraries. */
  private static final Pattern TRANSFER = Pattern.compile("\\[INFO] Download(?:ing|ed) from .*");

  /** How Maven 4 marks what a goal prints, unless it is called with {@code -q}. */
  private static final String PRINTED = "[INFO] [stdout] ";

  /** What Maven 3.9 and 4 say of artifacts that were fetched from elsewhere before. */
  private static final Pattern FETCHED =
      Pattern.compile(
          "\\[\\w+] .*(?:while a cached not-found from a previous attempt"
              + "|is present in the local repository, but cached from a remote).*");

  /**
   * What Maven's launcher writes to the standard error when it ends, to get rid of colours: on a
   * busy machine that may be read before the last lines of the standard output.
   */
  private static final Pattern RESET = Pattern.compile("(?:\\x1b\\[0?m)+");

  private static final Pattern VERSION = Pattern.compile("(?<=:kro-maven-plugin:)[^:]+");

  /** The id of a commit, or its beginning. */
  private static final Pattern COMMIT =
      Pattern.compile("(?<=[( \"])(?:[0-9a-f]{10}|[0-9a-f]{40})(?=[) \"]|$)");

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private static final String EMPTY = "[INFO]";

  private GoalLog() {}

  /**
   * The lines of interest.
   *
   * @param log the log
   * @param folder the project's folder, which is called {@code <project>} in the result; the
   *     plugin's version is called {@code <version>}, a commit {@code <commit>}, a digest {@code
   *     <digest>}
   */
  static List<String> of(List<String> log, String folder) {
    List<String> lines = new ArrayList<>();
    boolean inGoal = false;
    for (String raw : log) {
      String printed = raw.startsWith(PRINTED) ? raw.substring(PRINTED.length()) : raw;
      String line = printed.replace(folder, "<project>").stripTrailing();
      var goal = GOAL.matcher(line);
      var failure = FAILURE.matcher(line);
      if (goal.matches()) {
        endGoal(lines);
        lines.add("--- " + goal.group(1));
        inGoal = true;
      } else if (failure.matches()) {
        lines.add("--- " + failure.group(1) + " failed: " + failure.group(2));
        inGoal = false;
      } else if (inGoal && RULE.matcher(line).matches()) {
        endGoal(lines);
        inGoal = false;
      } else if (inGoal && isOfGoal(line)) {
        lines.add(withoutIds(line));
      }
    }
    return lines;
  }

  private static boolean isOfGoal(String line) {
    return !TRANSFER.matcher(line).matches()
        && !FETCHED.matcher(line).matches()
        && !RESET.matcher(line).matches();
  }

  /** The same text for every commit, digest and version of the plugin. */
  static String withoutIds(String line) {
    String named = VERSION.matcher(line).replaceAll("<version>");
    return DIGEST.matcher(COMMIT.matcher(named).replaceAll("<commit>")).replaceAll("<digest>");
  }

  /** Maven puts empty lines between goals. */
  private static void endGoal(List<String> lines) {
    while (!lines.isEmpty() && lines.get(lines.size() - 1).equals(EMPTY)) {
      lines.remove(lines.size() - 1);
    }
  }
}
