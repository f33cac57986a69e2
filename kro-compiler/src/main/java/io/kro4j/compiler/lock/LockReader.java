package io.kro4j.compiler.lock;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lock and says what is wrong with it. What it does not know it passes over. */
public final class LockReader {
  private static final String FORMATS = "kro4j.io/lock/";

  private final String command;
  private final Diagnostics diagnostics = new Diagnostics();

  private LockReader(String command) {
    this.command = command;
  }

  /**
   * Reads a lock.
   *
   * @param file the text
   * @param command what to type to write it anew
   * @return the lock; or no lock, and errors {@code lock.invalid-file} or {@code lock.newer-format}
   */
  public static Checked<LockFile> read(SourceFile file, String command) {
    return new LockReader(command).read(file);
  }

  private Checked<LockFile> read(SourceFile file) {
    Checked<List<YamlDocument>> documents = YamlReader.read(file, YamlLimits.DEFAULT);
    List<Diagnostic> broken =
        documents.diagnostics().stream().filter(Diagnostic::isError).limit(1).toList();
    for (Diagnostic error : broken) {
      invalid(error.span(), "the lock is no JSON: " + error.message());
    }
    List<YamlDocument> found = documents.value().orElse(List.of());
    if (broken.isEmpty() && found.size() == 1) {
      if (found.get(0).root() instanceof YamlValue.Mapping root) {
        return read(root);
      }
    }
    if (broken.isEmpty()) {
      invalid(new Span(file, 0, 0), "the lock is no JSON object");
    }
    return Checked.failed(diagnostics.list());
  }

  private Checked<LockFile> read(YamlValue.Mapping root) {
    Optional<String> format = text(root, "format");
    if (format.isPresent() && !format.get().equals(SchemaLock.FORMAT)) {
      otherFormat(root, format.get());
      return Checked.failed(diagnostics.list());
    }
    Optional<LockedKubernetes> kubernetes = object(root, "kubernetes").flatMap(this::kubernetes);
    Map<LockSection, SortedMap<String, LockedSource>> sections = new EnumMap<>(LockSection.class);
    for (LockSection section : LockSection.values()) {
      if (root.get(section.key()).isPresent()) {
        object(root, section.key()).ifPresent(found -> sections.put(section, sources(found)));
      }
    }
    return diagnostics.hasErrors() || kubernetes.isEmpty()
        ? Checked.failed(diagnostics.list())
        : Checked.of(new LockFile(new SchemaLock(kubernetes.get(), sections), root));
  }

  private void otherFormat(YamlValue.Mapping root, String format) {
    Span span = root.get("format").map(YamlValue::span).orElseGet(root::start);
    String message = "the lock has the format `" + format + "`, not `" + SchemaLock.FORMAT + "`";
    if (format.startsWith(FORMATS)) {
      String help = "use the version of the plugin that wrote it, or delete it and run `";
      diagnostics.add(DiagnosticId.LOCK_NEWER_FORMAT, span, message, help + command + "`");
    } else {
      invalid(span, message);
    }
  }

  private Optional<LockedKubernetes> kubernetes(YamlValue.Mapping object) {
    Optional<String> version = text(object, "version");
    Optional<String> release = text(object, "release");
    Optional<Digest> digest = digest(object);
    return version.isEmpty() || release.isEmpty() || digest.isEmpty()
        ? Optional.empty()
        : Optional.of(new LockedKubernetes(version.get(), release.get(), digest.get()));
  }

  private SortedMap<String, LockedSource> sources(YamlValue.Mapping section) {
    SortedMap<String, LockedSource> sources = new TreeMap<>();
    for (YamlValue.Entry entry : section.entries()) {
      source(entry.value()).ifPresent(source -> sources.put(entry.key().value(), source));
    }
    return sources;
  }

  private Optional<LockedSource> source(YamlValue value) {
    if (value instanceof YamlValue.Mapping object) {
      Optional<String> version = text(object, "version");
      Optional<Digest> digest = digest(object);
      return version.isEmpty() || digest.isEmpty()
          ? Optional.empty()
          : Optional.of(LockedSource.of(version.get(), digest.get()));
    }
    return digest(value).map(LockedSource::of);
  }

  private Optional<Digest> digest(YamlValue.Mapping object) {
    if (object.get("digest").isEmpty()) {
      invalid(object.start(), "the lock lacks a `digest` here");
    }
    return object.get("digest").flatMap(this::digest);
  }

  private Optional<Digest> digest(YamlValue value) {
    if (value.toJson() instanceof String text && Digest.isDigest(text)) {
      return Optional.of(new Digest(text));
    }
    invalid(value.span(), "this is no digest: `sha256:` and 64 hexadecimal digits");
    return Optional.empty();
  }

  private Optional<YamlValue.Mapping> object(YamlValue.Mapping object, String key) {
    Optional<YamlValue> value = object.get(key);
    if (value.isPresent() && value.get() instanceof YamlValue.Mapping mapping) {
      return Optional.of(mapping);
    }
    Span span = value.map(YamlValue::span).orElseGet(object::start);
    invalid(span, "the lock lacks an object `" + key + "`");
    return Optional.empty();
  }

  private Optional<String> text(YamlValue.Mapping object, String key) {
    Optional<YamlValue> value = object.get(key);
    if (value.isPresent() && value.get().toJson() instanceof String text) {
      return Optional.of(text);
    }
    Span span = value.map(YamlValue::span).orElseGet(object::start);
    invalid(span, "the lock lacks a string `" + key + "` here");
    return Optional.empty();
  }

  private void invalid(Span span, String message) {
    diagnostics.add(
        DiagnosticId.LOCK_INVALID_FILE, span, message, "`" + command + "` writes it anew");
  }
}
