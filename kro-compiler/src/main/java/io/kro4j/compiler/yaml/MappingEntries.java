package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of an object while it is read.
 *
 * <p>A merge key acts where it stands, as in go-yaml v2: entries before it are overridden, entries
 * after it override. A key that is written twice is worth a warning and no error: Kubernetes keeps
 * the last one, and definitions that upstream publishes have such keys.
 */
final class MappingEntries {
  private final Diagnostics diagnostics;
  private final Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
  private final Map<String, Span> written = new HashMap<>();

  MappingEntries(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Adds an entry that is written in the object. */
  void add(MappedText key, YamlValue value) {
    Span first = written.putIfAbsent(key.value(), key.span());
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.YAML_DUPLICATE_KEY,
                  key.span(),
                  "the key `" + key.value() + "` is given twice in one object")
              .withRelated("first given here", first)
              .withHelp("Kubernetes silently keeps the last one; remove the other"));
    }
    entries.put(key.value(), new YamlValue.Entry(key, value));
  }

  /** Adds the entries of an object that a merge key names. */
  void merge(YamlValue.Mapping other) {
    other.entries().forEach(entry -> entries.put(entry.key().value(), entry));
  }

  List<YamlValue.Entry> list() {
    return List.copyOf(entries.values());
  }
}
