package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.ValueType.INT;

import java.util.ArrayList;
import java.util.List;

/** kro's copies of lists with one element set, inserted or removed. */
final class ListChangeFunctions implements FunctionLibrary {
  private static final ValueType T = ValueType.parameter("T");
  private static final ValueType LIST = ValueType.listOf(T);

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "lists.setAtIndex",
            "lists_setAtIndex_list_int_T",
            List.of(LIST, INT, T),
            LIST,
            a -> set((List<?>) a[0], (Long) a[1], a[2])),
        global(
            "lists.insertAtIndex",
            "lists_insertAtIndex_list_int_T",
            List.of(LIST, INT, T),
            LIST,
            a -> insert((List<?>) a[0], (Long) a[1], a[2])),
        global(
            "lists.removeAtIndex",
            "lists_removeAtIndex_list_int",
            List.of(LIST, INT),
            LIST,
            a -> remove((List<?>) a[0], (Long) a[1])));
  }

  private static List<Object> set(List<?> list, long index, Object value) {
    List<Object> changed = copy(list, "lists.setAtIndex", index, list.size() - 1L);
    changed.set((int) index, value);
    return changed;
  }

  private static List<Object> insert(List<?> list, long index, Object value) {
    List<Object> changed = copy(list, "lists.insertAtIndex", index, list.size());
    changed.add((int) index, value);
    return changed;
  }

  private static List<Object> remove(List<?> list, long index) {
    List<Object> changed = copy(list, "lists.removeAtIndex", index, list.size() - 1L);
    changed.remove((int) index);
    return changed;
  }

  /** Out of range is fatal upstream, unlike the index of a list. */
  private static List<Object> copy(List<?> list, String function, long index, long last) {
    if (index < 0 || index > last) {
      throw FunctionFailure.invalid(
          function + ": index " + index + " is outside a list of " + list.size());
    }
    WorkBudget.current().spend(list.size());
    return new ArrayList<>(list);
  }
}
