package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import dev.cel.common.values.MutableMapValue;
import java.util.List;
import java.util.Map;

/** Functions that macros expand into, and that no author can write. */
final class MacroFunctions implements FunctionLibrary {
  private static final ValueType A = ValueType.parameter("A");
  private static final ValueType K = ValueType.parameter("K");
  private static final ValueType V = ValueType.parameter("V");
  private static final ValueType MAP = ValueType.mapOf(K, V);

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(Binding.FUNCTION, "cel_bound", List.of(A), A, a -> a[0]),
        global(
            "cel.@mapInsert",
            "@mapInsert_map_map",
            List.of(MAP, MAP),
            MAP,
            a -> insert((Map<?, ?>) a[0], (Map<?, ?>) a[1])),
        global(
            "cel.@mapInsert",
            "@mapInsert_map_key_value",
            List.of(MAP, K, V),
            MAP,
            a -> insert((Map<?, ?>) a[0], Map.of(a[1], a[2]))));
  }

  /** The accumulator of a comprehension is seen by nobody else, and grows in place. */
  private static Object insert(Map<?, ?> accumulator, Map<?, ?> entries) {
    MutableMapValue grown =
        accumulator instanceof MutableMapValue own ? own : MutableMapValue.create(accumulator);
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (Equality.find(grown, entry.getKey()) != null) {
        throw FunctionFailure.invalid("the key `" + entry.getKey() + "` is there already");
      }
      grown.put(entry.getKey(), ListValue.adapt(entry.getValue()));
    }
    return grown;
  }
}
