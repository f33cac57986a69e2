package io.kro4j.runtime.watch;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code fieldsV1}, the API server's form of a set of fields.
 *
 * <p>A tree of objects. A key says which child of the value is meant: {@code f:name} the field of
 * that name; {@code k:{…}} the list item with these values of its key fields; {@code v:…} the list
 * item of that value; {@code i:n} the item at that place. An empty tree means the value itself with
 * all that is in it; {@code .} beside others means that the value is there at all.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff">structured-merge-diff,
 *     fieldpath/serialize-pe.go</a>
 */
final class ManagedFields {
  private static final String SELF = ".";
  private static final String FIELD = "f:";
  private static final String KEYS = "k:";
  private static final String VALUE = "v:";
  private static final String INDEX = "i:";

  private ManagedFields() {}

  /** Adds the fields of {@code more} to {@code fields}. */
  static void merge(Map<String, Object> fields, Map<String, Object> more) {
    more.forEach(
        (key, tree) -> {
          Map<String, Object> both = new LinkedHashMap<>(PlainJson.object(fields.get(key)));
          merge(both, PlainJson.object(tree));
          fields.put(key, both);
        });
  }

  /** The fields of an object that are in the set. */
  static Map<String, Object> choose(Map<String, Object> fields, Map<String, Object> object) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    fields.forEach(
        (key, tree) -> {
          String name = key.startsWith(FIELD) ? key.substring(FIELD.length()) : "";
          if (object.containsKey(name)) {
            chosen.put(name, chooseValue(PlainJson.object(tree), object.get(name)));
          }
        });
    return chosen;
  }

  private static @Nullable Object chooseValue(Map<String, Object> fields, @Nullable Object value) {
    boolean isLeaf = fields.keySet().stream().allMatch(SELF::equals);
    if (isLeaf) {
      return value;
    }
    if (value instanceof List<?> list) {
      return chooseItems(fields, list);
    }
    return value instanceof Map ? choose(fields, PlainJson.object(value)) : value;
  }

  private static List<Object> chooseItems(Map<String, Object> fields, List<?> list) {
    List<Item> items = fields.entrySet().stream().map(Item::of).toList();
    List<Object> chosen = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      Object value = list.get(index);
      for (Item item : items) {
        if (item.isAt(index, value)) {
          chosen.add(chooseValue(item.fields(), value));
          break;
        }
      }
    }
    return chosen;
  }

  /**
   * A member of the set that is an item of a list.
   *
   * @param form the first letters of its key
   * @param named what the key says, as JSON
   * @param fields what of the item is in the set
   */
  private record Item(String form, @Nullable Object named, Map<String, Object> fields) {
    static Item of(Map.Entry<String, Object> entry) {
      String key = entry.getKey();
      String form = key.length() < 2 ? key : key.substring(0, 2);
      Map<String, Object> fields = PlainJson.object(entry.getValue());
      try {
        boolean isNamed = List.of(KEYS, VALUE, INDEX).contains(form);
        return new Item(form, isNamed ? Json.readValue(key.substring(2)) : null, fields);
      } catch (IOException e) {
        // Matches nothing, so that the object differs from what is desired and is applied again.
        return new Item("", null, fields);
      }
    }

    boolean isAt(long index, @Nullable Object value) {
      return switch (form) {
        case KEYS ->
            value instanceof Map<?, ?> item
                && PlainJson.object(named).entrySet().stream()
                    .allMatch(each -> Objects.equals(item.get(each.getKey()), each.getValue()));
        case VALUE -> Objects.equals(named, value);
        case INDEX -> Objects.equals(named, index);
        default -> false;
      };
    }
  }
}
