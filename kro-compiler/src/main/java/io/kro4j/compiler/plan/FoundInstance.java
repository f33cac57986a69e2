package io.kro4j.compiler.plan;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An instance in a file.
 *
 * @param gvk the type that it says it is of
 * @param namespace its namespace; empty if it says none
 * @param name its name; {@code web-*} if it is to be generated from {@code web-}; empty if it says
 *     neither
 * @param object the instance
 */
record FoundInstance(
    GroupVersionKind gvk, String namespace, String name, YamlValue.Mapping object) {
  /** What makes it the same instance in both states, whichever version it is written in. */
  record Key(String groupKind, String namespace, String name) {}

  /** The instances of some kinds in a file; what cannot be read is none. */
  static List<FoundInstance> in(SourceFile file, Set<String> groupKinds) {
    List<FoundInstance> found = new ArrayList<>();
    List<YamlDocument> documents =
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElse(List.of());
    for (YamlDocument document : documents) {
      if (document.root() instanceof YamlValue.Mapping object) {
        GroupVersionKind gvk =
            GroupVersionKind.of(text(object, "apiVersion"), text(object, "kind"));
        if (groupKinds.contains(gvk.groupKind())) {
          found.add(
              new FoundInstance(gvk, text(object, "metadata", "namespace"), name(object), object));
        }
      }
    }
    return found;
  }

  private static String name(YamlValue.Mapping object) {
    String name = text(object, "metadata", "name");
    String prefix = text(object, "metadata", "generateName");
    return name.isEmpty() && !prefix.isEmpty() ? prefix + "*" : name;
  }

  private static String text(YamlValue.Mapping object, String first, String... further) {
    Optional<YamlValue> value = object.find(first, further).map(YamlValue.Entry::value);
    return value.filter(YamlValue.Text.class::isInstance).map(v -> (String) v.toJson()).orElse("");
  }

  Key key() {
    return new Key(gvk.groupKind(), namespace, name);
  }

  String file() {
    return object.span().file().name();
  }
}
