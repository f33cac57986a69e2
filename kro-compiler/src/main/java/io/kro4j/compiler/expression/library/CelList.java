package io.kro4j.compiler.expression.library;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that is a value of CEL's own. cel-java walks through a plain list, and what is in it, each
 * time an expression names it; a value like this it leaves alone. It cannot be changed.
 */
@SuppressWarnings("Immutable") // What is inside never changes.
public abstract class CelList extends CelValue implements List<Object>, RandomAccess {
  private static final CelType TYPE = ListType.create(SimpleType.DYN);

  /** The items as CEL sees them: a list that cannot be changed and wraps items when asked. */
  protected abstract List<Object> items();

  @Override
  public int size() {
    return items().size();
  }

  @Override
  public final boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public Object get(int index) {
    return items().get(index);
  }

  @Override
  public final Object value() {
    return this;
  }

  @Override
  public final boolean isZeroValue() {
    return isEmpty();
  }

  @Override
  public final CelType celType() {
    return TYPE;
  }

  @Override
  public final Iterator<Object> iterator() {
    return items().iterator();
  }

  @Override
  public final ListIterator<Object> listIterator() {
    return items().listIterator();
  }

  @Override
  public final ListIterator<Object> listIterator(int index) {
    return items().listIterator(index);
  }

  @Override
  public final List<Object> subList(int from, int to) {
    return items().subList(from, to);
  }

  @Override
  public final boolean contains(@Nullable Object item) {
    return items().contains(item);
  }

  @Override
  public final boolean containsAll(Collection<?> others) {
    return items().containsAll(others);
  }

  @Override
  public final int indexOf(@Nullable Object item) {
    return items().indexOf(item);
  }

  @Override
  public final int lastIndexOf(@Nullable Object item) {
    return items().lastIndexOf(item);
  }

  @Override
  public final Object[] toArray() {
    return items().toArray();
  }

  @Override
  public final <T> T[] toArray(T[] array) {
    return items().toArray(array);
  }

  @Override
  public final boolean add(Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void add(int index, Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean addAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean addAll(int index, Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Object set(int index, Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Object remove(int index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean remove(@Nullable Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean removeAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean retainAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other == this || items().equals(other);
  }

  @Override
  public final int hashCode() {
    return items().hashCode();
  }

  @Override
  public String toString() {
    return items().toString();
  }
}
