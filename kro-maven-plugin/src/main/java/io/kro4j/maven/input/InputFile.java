package io.kro4j.maven.input;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.SourceFiles;
import java.util.List;
import java.util.Optional;

/** A file of the user, read once: what is compiled is what was compared with the last run. */
public final class InputFile {
  private final String name;
  private final byte[] content;

  /**
   * A file.
   *
   * @param name the name that messages and generated files show: relative to the project, with
   *     forward slashes
   * @param content its bytes, which nobody changes any more
   */
  public InputFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /** The name that messages show. */
  public String name() {
    return name;
  }

  /** The bytes; not to be changed. */
  public byte[] content() {
    return content;
  }

  /**
   * The file as text.
   *
   * @param diagnostics takes what is wrong with its bytes
   * @return empty if they are no text
   */
  public Optional<SourceFile> text(Diagnostics diagnostics) {
    return diagnostics.collect(SourceFiles.decode(name, content)).value();
  }

  /** Those of some files that are text; what is wrong with the others goes to the diagnostics. */
  public static List<SourceFile> texts(List<InputFile> files, Diagnostics diagnostics) {
    return files.stream().flatMap(file -> file.text(diagnostics).stream()).toList();
  }
}
