package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.exceptions.CelIndexOutOfBoundsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code x[i]} and {@code x[?i]}, on lists, maps and optional ones. */
final class IndexFunctions implements FunctionLibrary {
  private static final ValueType K = ValueType.parameter("K");
  private static final ValueType V = ValueType.parameter("V");
  private static final ValueType LIST = ValueType.listOf(V);
  private static final ValueType MAP = ValueType.mapOf(K, V);
  private static final ValueType OPTIONAL = ValueType.optionalOf(V);

  /** The index of a list is an int for the checker, and any whole number when it runs. */
  private static final ValueType INDEX = new ValueType(ValueType.INT.type(), Object.class);

  @Override
  public List<Overload> overloads() {
    return List.of(
        global("_[_]", "index_list", List.of(LIST, INDEX), V, a -> at((List<?>) a[0], a[1])),
        global("_[_]", "index_map", List.of(MAP, K), V, a -> get((Map<?, ?>) a[0], a[1])),
        global(
            "_[_]",
            "optional_list_index_int",
            List.of(ValueType.optionalOf(LIST), INDEX),
            OPTIONAL,
            a -> inside((Optional<?>) a[0], a[1])),
        global(
            "_[_]",
            "optional_map_index_value",
            List.of(ValueType.optionalOf(MAP), K),
            OPTIONAL,
            a -> inside((Optional<?>) a[0], a[1])),
        global(
            "_[?_]",
            "list_optindex_optional_int",
            List.of(LIST, INDEX),
            OPTIONAL,
            a -> find(a[0], a[1])),
        global(
            "_[?_]",
            "optional_list_optindex_optional_int",
            List.of(ValueType.optionalOf(LIST), INDEX),
            OPTIONAL,
            a -> inside((Optional<?>) a[0], a[1])),
        global(
            "_[?_]",
            "map_optindex_optional_value",
            List.of(MAP, K),
            OPTIONAL,
            a -> find(a[0], a[1])),
        global(
            "_[?_]",
            "optional_map_optindex_optional_value",
            List.of(ValueType.optionalOf(MAP), K),
            OPTIONAL,
            a -> inside((Optional<?>) a[0], a[1])));
  }

  private static Object at(List<?> list, Object index) {
    Object element = element(list, index);
    if (element == null) {
      throw new CelIndexOutOfBoundsException(index);
    }
    return element;
  }

  private static @Nullable Object element(List<?> list, Object index) {
    Long at = Ordering.isNumber(index) ? Equality.wholeNumber(index) : null;
    if (at == null) {
      throw FunctionFailure.invalid("a list has no index `" + index + "`");
    }
    return at >= 0 && at < list.size() ? list.get(at.intValue()) : null;
  }

  private static Object get(Map<?, ?> map, Object key) {
    Object value = Equality.find(map, key);
    if (value == null) {
      throw CelAttributeNotFoundException.forMissingMapKey(key.toString());
    }
    return value;
  }

  private static Optional<?> inside(Optional<?> container, Object key) {
    return container.isPresent() ? find(container.get(), key) : Optional.empty();
  }

  private static Optional<?> find(Object container, Object key) {
    if (container instanceof List<?> list) {
      return Optional.ofNullable(element(list, key));
    }
    if (container instanceof Map<?, ?> map) {
      return Optional.ofNullable(Equality.find(map, key));
    }
    throw FunctionFailure.noOverload("only lists and maps have an index");
  }
}
