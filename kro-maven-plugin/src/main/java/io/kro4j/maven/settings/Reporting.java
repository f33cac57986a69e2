package io.kro4j.maven.settings;

import io.kro4j.compiler.report.JUnitReport;
import io.kro4j.compiler.report.JsonReport;
import io.kro4j.compiler.report.MarkdownReport;
import io.kro4j.compiler.report.RunReport;
import io.kro4j.compiler.report.SarifReport;
import io.kro4j.maven.message.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents a goal writes about what it found.
 *
 * @param formats the words for the formats, as given
 * @param folder where the documents go
 * @param execution the execution that they are about
 * @param tool what the documents say of us
 */
public record Reporting(List<String> formats, Path folder, String execution, RunReport.Tool tool) {
  /** Names that Maven gives to executions without one. */
  private static final Set<String> UNNAMED = Set.of("default", "default-cli");

  /** Goals that write a plan, or the results of tests, in the same folder. */
  private static final Set<String> WITH_DOCUMENTS_OF_THEIR_OWN = Set.of("plan", "test");

  /** Copies the list. */
  public Reporting {
    formats = formats.stream().map(String::strip).toList();
  }

  private enum Format {
    JSON {
      @Override
      public String write(RunReport report) {
        return JsonReport.write(report);
      }

      @Override
      String file(String name) {
        return name + ".json";
      }
    },
    SARIF {
      @Override
      public String write(RunReport report) {
        return SarifReport.write(report);
      }

      @Override
      String file(String name) {
        return name + ".sarif";
      }
    },
    JUNIT {
      @Override
      public String write(RunReport report) {
        return JUnitReport.write(report);
      }

      @Override
      String file(String name) {
        return "TEST-kro-" + name + ".xml";
      }
    },
    MARKDOWN {
      @Override
      public String write(RunReport report) {
        return MarkdownReport.write(report);
      }

      @Override
      String file(String name) {
        return name + ".md";
      }
    };

    abstract String write(RunReport report);

    abstract String file(String name);

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is wrong with the parameters, one sentence each. */
  public List<String> mistakes() {
    List<String> words = Arrays.stream(Format.values()).map(Format::word).toList();
    return formats.stream()
        .filter(format -> !words.contains(format))
        .map(format -> Words.noneOf("reports", format, words))
        .toList();
  }

  /**
   * Writes the documents; one whose content is the same is not touched. None is written where there
   * can be no folder, which is among the mistakes then.
   *
   * @return the files, in the order of the formats
   * @throws IOException if one cannot be written
   */
  public List<Path> write(RunReport report) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Obstacles.onTheWayTo(folder).isPresent()) {
      return files;
    }
    for (Format format : Format.values()) {
      if (formats.contains(format.word())) {
        Path file = folder.resolve(format.file(name(report.goal()) + suffix(report.goal())));
        ChangedFile.write(file, format.write(report));
        files.add(file);
      }
    }
    return files;
  }

  /**
   * Writes the report of the tests of groups, which is always wanted.
   *
   * @throws IOException if it cannot be written
   */
  public void writeTests(String xml) throws IOException {
    ChangedFile.write(tests(), xml);
  }

  /**
   * Removes the report of the tests of an earlier run, if there is one: no tests ran this time, and
   * nobody is to read that they passed.
   *
   * @throws IOException if it cannot be removed
   */
  public void removeTests() throws IOException {
    if (Files.isRegularFile(tests())) {
      Files.delete(tests());
    }
  }

  private Path tests() {
    String suffix = suffix("test");
    return folder.resolve(suffix.isEmpty() ? "TEST-kro.xml" : "TEST-kro-test" + suffix + ".xml");
  }

  /** What the documents of a goal are called, beside those that it writes of its own. */
  private static String name(String goal) {
    return WITH_DOCUMENTS_OF_THEIR_OWN.contains(goal) ? goal + "-findings" : goal;
  }

  /** What tells the documents of this execution from those of others of the same goal. */
  private String suffix(String goal) {
    return UNNAMED.contains(execution) || execution.equals("default-" + goal)
        ? ""
        : "-" + execution.replaceAll("[^\\w.-]", "_");
  }

  /** Documents that nobody asked for. */
  public static Reporting none() {
    return new Reporting(
        List.of(),
        Path.of(""),
        "default",
        new RunReport.Tool("", id -> Optional.empty(), Optional.empty()));
  }
}
