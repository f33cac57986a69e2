package io.kro4j.compiler.expression.kubernetes;

import static io.kro4j.compiler.expression.library.Overload.member;
import static io.kro4j.compiler.expression.library.ValueType.BOOL;
import static io.kro4j.compiler.expression.library.ValueType.INT;

import com.google.common.primitives.UnsignedLong;
import io.kro4j.compiler.expression.library.FunctionLibrary;
import io.kro4j.compiler.expression.library.Overload;
import io.kro4j.compiler.expression.library.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code isSorted}, {@code min}, {@code max}, {@code sum}, {@code indexOf} and {@code lastIndexOf}
 * of lists. All but the last two have one overload for each type of elements that has an order or a
 * sum; which one runs makes no difference, except for the sum of nothing.
 */
final class ListFunctions implements FunctionLibrary {
  private static final List<Element> ORDERED =
      List.of(
          new Element("int", INT),
          new Element("uint", ValueType.UINT),
          new Element("double", ValueType.DOUBLE),
          new Element("bool", BOOL),
          new Element("duration", ValueType.DURATION),
          new Element("timestamp", ValueType.TIMESTAMP),
          new Element("string", ValueType.STRING),
          new Element("bytes", ValueType.BYTES));

  @Override
  public List<Overload> overloads() {
    List<Overload> overloads = new ArrayList<>();
    ORDERED.forEach(element -> overloads.addAll(ofOrdered(element.name(), element.type())));
    overloads.add(sum("int", INT, 0L));
    overloads.add(sum("uint", ValueType.UINT, UnsignedLong.ZERO));
    overloads.add(sum("double", ValueType.DOUBLE, 0.0));
    overloads.add(sum("duration", ValueType.DURATION, Duration.ZERO));
    overloads.add(search("indexOf", "list_a_index_of_int", ListSearch::indexOf));
    overloads.add(search("lastIndexOf", "list_a_last_index_of_int", ListSearch::lastIndexOf));
    return overloads;
  }

  private static List<Overload> ofOrdered(String name, ValueType type) {
    List<ValueType> list = List.of(ValueType.listOf(type));
    String prefix = "list_" + name;
    return List.of(
        member(
            "isSorted", prefix + "_is_sorted_bool", list, BOOL, a -> ListOrder.isSorted(list(a))),
        member("min", prefix + "_min_" + name, list, type, a -> ListOrder.min(list(a))),
        member("max", prefix + "_max_" + name, list, type, a -> ListOrder.max(list(a))));
  }

  private static Overload sum(String name, ValueType type, Object zero) {
    return member(
        "sum",
        "list_" + name + "_sum_" + name,
        List.of(ValueType.listOf(type)),
        type,
        a -> ListSum.of(list(a), zero));
  }

  private static Overload search(String function, String id, Search search) {
    ValueType element = ValueType.parameter("A");
    return member(
        function,
        id,
        List.of(ValueType.listOf(element), element),
        INT,
        a -> search.find(list(a), a[1]));
  }

  private static List<?> list(Object[] arguments) {
    return (List<?>) arguments[0];
  }

  private record Element(String name, ValueType type) {}

  @FunctionalInterface
  private interface Search {
    long find(List<?> list, Object element);
  }
}
