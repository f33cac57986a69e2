package io.kro4j.maven.compilation;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.maven.message.Findings;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A module of the same build whose groups define kinds. It is compiled when somebody asks for what
 * comes out, and asked only once for anything: several others may use it.
 */
final class ModuleInput {
  private final String name;
  private final Settings settings;
  private final Inputs inputs;
  private @Nullable String key;
  private @Nullable List<String> mistakes;
  private @Nullable Compilation compilation;

  /**
   * A module.
   *
   * @param name {@code groupId:artifactId}
   * @param settings the parameters with which it compiles its groups
   * @param inputs what it reads
   */
  ModuleInput(String name, Settings settings, Inputs inputs) {
    this.name = name;
    this.settings = settings;
    this.inputs = inputs;
  }

  /** {@code groupId:artifactId}. */
  String name() {
    return name;
  }

  /** Whether it has nothing to compile, by its parameters and not by mistake. */
  boolean isEmpty() {
    return inputs.sources().isEmpty() && inputs.mistakes().isEmpty();
  }

  /**
   * A digest of all that decides what it compiles to.
   *
   * @throws IOException if the plugin's own files cannot be looked at
   */
  String key() throws IOException {
    if (key == null) {
      key = RunKey.of(settings, inputs);
    }
    return key;
  }

  /** Its sound groups; none if its parameters are wrong. */
  List<CompiledGroup> groups() {
    return mistakes().isEmpty() ? compilation().groups() : List.of();
  }

  /** Why it does not compile, in a few words, if it does not. */
  Optional<String> problem() {
    List<String> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      return Optional.of(Words.count(mistakes.size(), "wrong parameter"));
    }
    List<Diagnostic> errors =
        compilation().diagnostics().stream().filter(Diagnostic::isError).toList();
    return errors.isEmpty() ? Optional.empty() : Optional.of(Findings.count(errors));
  }

  /** Adds this module, if it does not compile, and those of the modules it uses that do not. */
  void addBroken(Set<ModuleInput> broken) {
    if (problem().isPresent() && broken.add(this)) {
      inputs.modules().forEach(module -> module.addBroken(broken));
    }
  }

  /** The errors in its files, in files of the names to show. */
  List<Diagnostic> errors() {
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    return mistakes().isEmpty()
        ? paths.rename(compilation().diagnostics().stream().filter(Diagnostic::isError).toList())
        : List.of();
  }

  private List<String> mistakes() {
    if (mistakes == null) {
      List<String> found = new ArrayList<>(inputs.mistakes());
      found.addAll(Options.of(settings, inputs).mistakes());
      inputs.modules().forEach(module -> module.problem().ifPresent(found::add));
      mistakes = found;
    }
    return mistakes;
  }

  private Compilation compilation() {
    if (compilation == null) {
      compilation = CompilerRun.compile(inputs, Options.of(settings, inputs)).compilation();
    }
    return compilation;
  }
}
