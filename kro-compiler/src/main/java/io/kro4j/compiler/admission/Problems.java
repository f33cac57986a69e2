package io.kro4j.compiler.admission;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.schema.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one object. */
final class Problems {
  private final Places places;
  private final String root;
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * Nothing is wrong yet.
   *
   * @param root what messages call the whole object
   */
  Problems(Places places, String root) {
    this.places = places;
    this.root = root;
  }

  void atValue(DiagnosticId id, FieldPath path, String message) {
    found.add(Diagnostic.of(id, places.value(path), message));
  }

  void atValue(DiagnosticId id, FieldPath path, String message, String help) {
    found.add(Diagnostic.of(id, places.value(path), message).withHelp(help));
  }

  void atKey(DiagnosticId id, FieldPath path, String message, Optional<String> help) {
    found.add(Diagnostic.of(id, places.key(path), message).withHelp(help));
  }

  boolean has(DiagnosticId id) {
    return found.stream().anyMatch(diagnostic -> diagnostic.id() == id);
  }

  boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  List<Diagnostic> list() {
    return found.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  /** A path in backticks; the object itself has none. */
  String name(FieldPath path) {
    return path.steps().isEmpty() ? root : "`" + path + "`";
  }
}
