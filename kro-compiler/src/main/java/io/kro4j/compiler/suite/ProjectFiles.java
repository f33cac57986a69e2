package io.kro4j.compiler.suite;

import static io.kro4j.compiler.diagnostics.DiagnosticId.SUITE_UNKNOWN_NAME;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** The files that a test file names, relative to itself. */
final class ProjectFiles {
  private final SourceFile test;
  private final Function<String, Optional<SourceFile>> files;
  private final Diagnostics diagnostics;

  ProjectFiles(
      SourceFile test, Function<String, Optional<SourceFile>> files, Diagnostics diagnostics) {
    this.test = test;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /** The file of a name; a finding if there is none. */
  Optional<SourceFile> read(YamlValue name) {
    String path = path(String.valueOf(name.toJson()));
    Optional<SourceFile> file = files.apply(path);
    if (file.isEmpty()) {
      diagnostics.add(
          SUITE_UNKNOWN_NAME,
          name.span(),
          "there is no file `" + path + "`",
          "files are looked for from the folder of the test file");
    }
    return file;
  }

  /** The text of a file that may be missing, with line feeds, which Git may have changed. */
  Optional<String> text(String path) {
    return files.apply(path).map(file -> file.text().replace("\r\n", "\n"));
  }

  /** The path of a file from the project's folder. */
  String path(String name) {
    String folder = test.name().substring(0, test.name().lastIndexOf('/') + 1);
    Deque<String> path = new ArrayDeque<>();
    for (String step : (folder + name).split("/", -1)) {
      if (step.equals("..") && !path.isEmpty() && !path.getLast().equals("..")) {
        path.removeLast();
      } else if (!step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }
}
