package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;

/**
 * Says where in an object a place in its text is, as people who look at the object in a cluster
 * know it: {@code spec.resources[1].template.spec.replicas}.
 */
final class FieldPlaces {
  private final YamlValue root;

  /** The places of a document. */
  FieldPlaces(YamlValue root) {
    this.root = root;
  }

  /** The path of the smallest field around a place; empty for the whole object. */
  String of(Span span) {
    StringBuilder path = new StringBuilder();
    descend(root, span, path);
    return path.toString();
  }

  private static void descend(YamlValue value, Span span, StringBuilder path) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (holds(entry.keySpan(), span) || holds(entry.value().span(), span)) {
          path.append(key(entry.key().value(), path.isEmpty()));
          descend(entry.value(), span, path);
          return;
        }
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (holds(sequence.items().get(i).span(), span)) {
          path.append('[').append(i).append(']');
          descend(sequence.items().get(i), span, path);
          return;
        }
      }
    }
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private static String key(String key, boolean first) {
    if (!key.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      return "['" + key + "']";
    }
    return first ? key : "." + key;
  }
}
