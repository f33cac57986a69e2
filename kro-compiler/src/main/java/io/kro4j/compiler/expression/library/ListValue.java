package io.kro4j.compiler.expression.library;

import com.google.common.collect.Lists;
import dev.cel.common.values.CelValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list as functions and comprehensions make it. cel-java walks through a plain list, and what is
 * in it, each time an expression names it; a value of its own it leaves alone. And it joins lists
 * by copying or, worse, by changing the left one; here joining is one small object, and the copy is
 * made when an element is first read.
 */
@SuppressWarnings("Immutable") // What is inside never changes; when it is joined does.
final class ListValue extends CelList {
  private final int size;

  /** The elements once they are in one list; until then they are in {@link #left} and right. */
  private volatile @Nullable List<Object> joined;

  private volatile @Nullable List<?> left;
  private volatile @Nullable List<?> right;

  private ListValue(List<?> elements) {
    this.size = elements.size();
    this.joined = adapted(elements);
  }

  private ListValue(List<?> left, List<?> right) {
    this.size = left.size() + right.size();
    this.left = left;
    this.right = right;
  }

  /** A view of a list, which must not change. */
  static List<Object> of(List<?> elements) {
    return elements instanceof ListValue value ? value : new ListValue(elements);
  }

  /** Both lists in one. */
  static List<Object> concat(List<?> left, List<?> right) {
    OutputLimit.checkElements((long) left.size() + right.size());
    return new ListValue(of(left), of(right));
  }

  /** The value, lists and maps as cel-java leaves them alone. */
  static Object adapt(Object value) {
    if (value instanceof CelValue) {
      return value;
    }
    if (value instanceof List<?> list) {
      return new ListValue(list);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(ListValue::adapt);
    }
    return value instanceof Map<?, ?> map ? MapValue.of(map) : value;
  }

  private static List<Object> adapted(List<?> elements) {
    return Collections.unmodifiableList(Lists.transform(elements, ListValue::adapt));
  }

  @Override
  protected List<Object> items() {
    List<Object> known = joined;
    if (known != null) {
      return known;
    }
    List<Object> all = join();
    joined = all;
    left = null;
    right = null;
    return all;
  }

  /** Comprehensions lean to the left, a chain as long as the list: no recursion here. */
  private List<Object> join() {
    List<Object> all = new ArrayList<>(size);
    Deque<List<?>> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      List<?> next = open.pop();
      ListValue parts = next instanceof ListValue value ? value : null;
      List<?> first = parts == null ? null : parts.left;
      List<?> second = parts == null ? null : parts.right;
      if (parts != null && parts.joined == null && first != null && second != null) {
        open.push(second);
        open.push(first);
      } else {
        all.addAll(next);
      }
    }
    return Collections.unmodifiableList(all);
  }

  @Override
  public int size() {
    return size;
  }
}
