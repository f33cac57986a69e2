package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.Overload.member;
import static io.kro4j.compiler.expression.library.ValueType.INT;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** CEL's list extension. */
final class ListFunctions implements FunctionLibrary {
  private static final long LARGEST_RANGE = 1_000_000;
  private static final ValueType T = ValueType.parameter("T");
  private static final ValueType LIST = ValueType.listOf(T);

  /** The types whose values have an order, with the names that their overloads have. */
  private static final Map<String, ValueType> SORTABLE = sortable();

  @Override
  public List<Overload> overloads() {
    List<Overload> overloads = new ArrayList<>();
    overloads.add(
        member(
            "slice",
            "list_slice",
            List.of(LIST, INT, INT),
            LIST,
            a -> slice((List<?>) a[0], (Long) a[1], (Long) a[2])));
    overloads.add(
        member(
            "flatten",
            "list_flatten",
            List.of(ValueType.listOf(LIST)),
            LIST,
            a -> flatten((List<?>) a[0], 1)));
    overloads.add(
        member(
            "flatten",
            "list_flatten_int",
            List.of(ValueType.LIST, INT),
            ValueType.LIST,
            a -> flatten((List<?>) a[0], (Long) a[1])));
    overloads.add(
        member("distinct", "list_distinct", List.of(LIST), LIST, a -> distinct((List<?>) a[0])));
    overloads.add(
        member("reverse", "list_reverse", List.of(LIST), LIST, a -> reverse((List<?>) a[0])));
    overloads.add(
        global(
            "lists.range",
            "lists_range",
            List.of(INT),
            ValueType.listOf(INT),
            a -> range((Long) a[0])));
    SORTABLE.forEach((name, type) -> addSorting(overloads, name, type));
    return overloads;
  }

  private static void addSorting(List<Overload> overloads, String name, ValueType type) {
    ValueType list = ValueType.listOf(type);
    overloads.add(
        member(
            "sort",
            "list_" + name + "_sort",
            List.of(list),
            list,
            a -> sort((List<?>) a[0], (List<?>) a[0])));
    overloads.add(
        member(
            SortByMacro.FUNCTION,
            "list_" + name + "_sortByAssociatedKeys",
            List.of(LIST, list),
            LIST,
            a -> sort((List<?>) a[0], (List<?>) a[1])));
  }

  private static Map<String, ValueType> sortable() {
    Map<String, ValueType> types = new LinkedHashMap<>();
    types.put("int", INT);
    types.put("uint", ValueType.UINT);
    types.put("double", ValueType.DOUBLE);
    types.put("bool", ValueType.BOOL);
    types.put("duration", ValueType.DURATION);
    types.put("timestamp", ValueType.TIMESTAMP);
    types.put("string", ValueType.STRING);
    types.put("bytes", ValueType.BYTES);
    return Collections.unmodifiableMap(types);
  }

  /** Out of range is fatal, unlike an index: the list is there, and the bounds are wrong. */
  private static List<?> slice(List<?> list, long start, long end) {
    if (start < 0 || end < start || end > list.size()) {
      throw FunctionFailure.invalid(
          "slice(" + start + ", " + end + ") is outside a list of " + list.size());
    }
    return list.subList((int) start, (int) end);
  }

  private static List<Object> flatten(List<?> list, long depth) {
    if (depth < 0) {
      throw FunctionFailure.invalid("flatten() takes a depth that is not negative");
    }
    List<Object> flat = new ArrayList<>();
    flatten(list, depth, flat);
    return flat;
  }

  private static void flatten(List<?> list, long depth, List<Object> flat) {
    WorkBudget.current().spend(list.size());
    for (Object element : list) {
      if (depth > 0 && element instanceof List<?> nested) {
        flatten(nested, depth - 1, flat);
      } else {
        flat.add(element);
        OutputLimit.checkElements(flat.size());
      }
    }
  }

  private static List<Object> distinct(List<?> list) {
    List<Object> seen = new ArrayList<>();
    for (Object element : list) {
      if (seen.stream().noneMatch(other -> Equality.equal(element, other))) {
        seen.add(element);
      }
    }
    return seen;
  }

  private static List<Object> reverse(List<?> list) {
    List<Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<Object> range(long size) {
    if (size < 0 || size > LARGEST_RANGE) {
      throw FunctionFailure.invalid("lists.range() takes 0 to " + LARGEST_RANGE);
    }
    WorkBudget.current().spend(size);
    return LongStream.range(0, size).<Object>mapToObj(Long::valueOf).toList();
  }

  private static List<?> sort(List<?> list, List<?> keys) {
    if (list.size() != keys.size()) {
      throw FunctionFailure.invalid("sortBy() takes one key for each element");
    }
    if (list.isEmpty()) {
      return list;
    }
    Class<?> type = keys.get(0).getClass();
    for (Object key : keys) {
      if (key.getClass() != type) {
        throw FunctionFailure.invalid("the elements to sort by must have one type");
      }
    }
    return new Sorting(list, keys).sorted();
  }
}
