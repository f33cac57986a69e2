package io.kro4j.compiler.render;

import static io.kro4j.compiler.diagnostics.DiagnosticId.RENDER_INVALID_OBJECT;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as {@code kubectl get -o yaml} writes them: one in a document, or a {@code List}.
 */
public final class ObservedReader {
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<ObservedObject> objects = new ArrayList<>();

  private ObservedReader() {}

  /** The objects of a file, with findings about those that are none. */
  public static Checked<List<ObservedObject>> read(SourceFile file) {
    ObservedReader reader = new ObservedReader();
    List<YamlDocument> documents =
        reader
            .diagnostics
            .collect(YamlReader.read(file, YamlLimits.DEFAULT))
            .value()
            .orElse(List.of());
    documents.forEach(document -> reader.add(document.root()));
    return Checked.of(List.copyOf(reader.objects), reader.diagnostics.list());
  }

  /** The object, or the objects of a list, that a value is. */
  public static Checked<List<ObservedObject>> read(YamlValue value) {
    ObservedReader reader = new ObservedReader();
    reader.add(value);
    return Checked.of(List.copyOf(reader.objects), reader.diagnostics.list());
  }

  private void add(YamlValue value) {
    if (!(value instanceof YamlValue.Mapping object)) {
      invalid(value, "this is no object of Kubernetes, but " + value.typeNameWithArticle());
      return;
    }
    Map<String, @Nullable Object> json = object.toJson();
    Optional<YamlValue> items = object.get("items");
    if (isList(json) && items.orElse(null) instanceof YamlValue.Sequence list) {
      list.items().forEach(this::add);
      return;
    }
    for (String field : List.of("apiVersion", "kind")) {
      if (PlainJson.text(json.get(field)).isEmpty()) {
        invalid(object, "the object has no `" + field + "`");
        return;
      }
    }
    if (PlainJson.text(PlainJson.at(json, "metadata", "name")).isEmpty()) {
      invalid(object, "the object has no `metadata.name`");
      return;
    }
    objects.add(new ObservedObject(json, object.start()));
  }

  private static boolean isList(Map<String, ? extends @Nullable Object> json) {
    return String.valueOf(json.get("kind")).endsWith("List");
  }

  private void invalid(YamlValue value, String message) {
    diagnostics.add(
        RENDER_INVALID_OBJECT,
        value instanceof YamlValue.Mapping object ? object.start() : value.span(),
        message,
        "write objects as `kubectl get -o yaml` does");
  }
}
