package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What an API server demands of typed lists: the items of a set are scalars or atomic lists, the
 * items of a map are objects with scalar keys that are always there.
 */
final class ListTypeRule {
  private static final String LIST_TYPE = "x-kubernetes-list-type";
  private static final String LIST_MAP_KEYS = "x-kubernetes-list-map-keys";

  private ListTypeRule() {}

  /** The problems of a list; none for anything else. */
  static List<Diagnostic> check(SchemaDraft list) {
    SchemaDraft items = list.items();
    if (items == null || items.isBroken()) {
      return List.of();
    }
    if ("set".equals(list.get(LIST_TYPE))) {
      return set(list, items);
    }
    return "map".equals(list.get(LIST_TYPE)) ? map(list, items) : List.of();
  }

  private static List<Diagnostic> set(SchemaDraft list, SchemaDraft items) {
    if (items.type.equals("object")) {
      return List.of(
          conflict(list.place(LIST_TYPE), "a list of objects cannot be a set")
              .withHelp("use `listType=map` with a `listMapKey`, or a list of scalars"));
    }
    Object inner = items.get(LIST_TYPE);
    return inner == null || inner.equals("atomic")
        ? List.of()
        : List.of(
            conflict(list.place(LIST_TYPE), "the lists in a set must be of type `atomic`")
                .withRelated("this list is in the set", items.place(LIST_TYPE)));
  }

  private static List<Diagnostic> map(SchemaDraft list, SchemaDraft items) {
    Span place = list.place(LIST_TYPE);
    if (!items.type.equals("object")) {
      return List.of(conflict(place, "a list of type `map` must have objects as its items"));
    }
    if (!(list.get(LIST_MAP_KEYS) instanceof List<?> keys)) {
      return List.of(
          conflict(place, "a list of type `map` needs a key")
              .withHelp("name the field that tells items apart: `listMapKey=name`"));
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Object key : keys) {
      found.addAll(key(String.valueOf(key), list.place(LIST_MAP_KEYS), items));
    }
    return found;
  }

  private static List<Diagnostic> key(String key, Span place, SchemaDraft items) {
    SchemaDraft property = items.properties().get(key);
    if (property == null) {
      return List.of(conflict(place, "the items of the list have no field `" + key + "`"));
    }
    if (property.type.equals("object") || property.type.equals("array")) {
      return List.of(conflict(place, "the key `" + key + "` of the list must be a scalar"));
    }
    boolean always = items.required.contains(key) || property.get("default") != null;
    return always || property.isBroken()
        ? List.of()
        : List.of(
            conflict(place, "the key `" + key + "` of the list may be absent from an item")
                .withRelated("the field", property.span)
                .withHelp("make the field required or give it a default"));
  }

  private static Diagnostic conflict(Span place, String message) {
    return Diagnostic.of(DiagnosticId.SIMPLESCHEMA_MARKER_CONFLICT, place, message);
  }
}
