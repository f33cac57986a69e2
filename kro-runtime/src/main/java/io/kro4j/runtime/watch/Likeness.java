package io.kro4j.runtime.watch;

import io.kro4j.compiler.schema.PlainJson;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what is there is what was asked for, written as the API server writes it. */
final class Likeness {
  /** Which fields name an object and belong to no manager. */
  private static final Set<String> NAMES = Set.of("apiVersion", "kind");

  private static final Set<String> META_NAMES =
      Set.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

  /** Fields of Kubernetes' own types whose values are quantities by name. */
  private static final Set<String> QUANTITY_MAPS =
      Set.of(
          "limits",
          "requests",
          "hard",
          "capacity",
          "podFixed",
          "min",
          "max",
          "default",
          "defaultRequest",
          "maxLimitRequestRatio");

  /** Fields of Kubernetes' own types that are quantities. */
  private static final Set<String> QUANTITIES = Set.of("sizeLimit", "averageValue", "divisor");

  private Likeness() {}

  /**
   * Whether an object has just the fields of another.
   *
   * @param owned the fields that are there, without what names the object
   * @param desired the whole object asked for
   */
  static boolean sameFields(Map<String, Object> owned, Map<String, Object> desired) {
    Map<String, Object> fields = without(desired, NAMES);
    Map<String, Object> metadata = without(PlainJson.object(desired.get("metadata")), META_NAMES);
    if (metadata.isEmpty()) {
      fields.remove("metadata");
    } else {
      fields.put("metadata", metadata);
    }
    return same(owned, fields, false);
  }

  private static Map<String, Object> without(Map<String, Object> object, Set<String> names) {
    Map<String, Object> rest = new LinkedHashMap<>(object);
    rest.keySet().removeAll(names);
    return rest;
  }

  private static boolean same(@Nullable Object one, @Nullable Object other, boolean areQuantities) {
    if (one instanceof Map && other instanceof Map) {
      return sameMaps(PlainJson.object(one), PlainJson.object(other), areQuantities);
    }
    if (one instanceof List<?> items && other instanceof List<?> others) {
      return sameLists(items, others);
    }
    if (one instanceof Number number && other instanceof Number otherNumber) {
      return decimal(number).compareTo(decimal(otherNumber)) == 0;
    }
    if (one == null || other == null) {
      return one == other;
    }
    return one.equals(other)
        || (areQuantities && Quantity.sameValue(one.toString(), other.toString()));
  }

  private static boolean sameMaps(
      Map<String, Object> one, Map<String, Object> other, boolean areQuantities) {
    Map<String, Object> rest = new LinkedHashMap<>(other);
    rest.values().removeIf(value -> value == null);
    for (Map.Entry<String, Object> each : one.entrySet()) {
      if (each.getValue() == null) {
        continue;
      }
      String name = each.getKey();
      boolean quantities =
          each.getValue() instanceof Map
              ? QUANTITY_MAPS.contains(name)
              : areQuantities || QUANTITIES.contains(name);
      if (!rest.containsKey(name) || !same(each.getValue(), rest.remove(name), quantities)) {
        return false;
      }
    }
    return rest.isEmpty();
  }

  private static boolean sameLists(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    Iterator<?> others = other.iterator();
    return one.stream().allMatch(item -> same(item, others.next(), false));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }
}
