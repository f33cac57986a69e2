package io.kro4j.compiler.expression.library;

import com.google.common.collect.Lists;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list as functions and comprehensions make it. cel-java walks through a plain list, and what is
 * in it, each time an expression names it; a value of its own it leaves alone. And it joins lists
 * by copying or, worse, by changing the left one; here joining is one small object, and the copy is
 * made when an element is first read.
 */
@SuppressWarnings("Immutable") // What is inside never changes; when it is joined does.
final class ListValue extends CelValue implements List<Object>, RandomAccess {
  private static final CelType TYPE = ListType.create(SimpleType.DYN);

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

  private List<Object> elements() {
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
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return size == 0;
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public Object get(int index) {
    return elements().get(index);
  }

  @Override
  public Iterator<Object> iterator() {
    return elements().iterator();
  }

  @Override
  public ListIterator<Object> listIterator() {
    return elements().listIterator();
  }

  @Override
  public ListIterator<Object> listIterator(int index) {
    return elements().listIterator(index);
  }

  @Override
  public List<Object> subList(int from, int to) {
    return elements().subList(from, to);
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return elements().contains(element);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return elements().containsAll(others);
  }

  @Override
  public int indexOf(@Nullable Object element) {
    return elements().indexOf(element);
  }

  @Override
  public int lastIndexOf(@Nullable Object element) {
    return elements().lastIndexOf(element);
  }

  @Override
  public Object[] toArray() {
    return elements().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return elements().toArray(array);
  }

  @Override
  public boolean add(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(int index, Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addAll(int index, Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object set(int index, Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object remove(int index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(@Nullable Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || elements().equals(other);
  }

  @Override
  public int hashCode() {
    return elements().hashCode();
  }

  @Override
  public String toString() {
    return elements().toString();
  }
}
