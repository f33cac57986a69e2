package io.kro4j.compiler.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A JSON list in CEL; a value of CEL's own, so that it is not walked through when it is named. */
@SuppressWarnings("Immutable") // It shares the JSON of the caller, who does not change it.
final class ListView extends CelValue implements List<Object>, RandomAccess {
  private static final CelType TYPE = ListType.create(SimpleType.DYN);

  private final JsonView view;
  private final List<?> json;
  private final ConversionTree conversions;
  private final Trail trail;

  ListView(JsonView view, List<?> json, ConversionTree conversions, Trail trail) {
    this.view = view;
    this.json = json;
    this.conversions = conversions;
    this.trail = trail;
  }

  /** The list itself, if that is what its items are in CEL, too. */
  boolean isPlain() {
    return conversions.isEmpty();
  }

  List<?> json() {
    return json;
  }

  private List<Object> items() {
    return new Items();
  }

  private final class Items extends AbstractList<Object> implements RandomAccess {
    @Override
    public Object get(int index) {
      return ListView.this.get(index);
    }

    @Override
    public int size() {
      return json.size();
    }
  }

  @Override
  public Object get(int index) {
    return view.of(json.get(index), conversions.items(), trail.to(index));
  }

  @Override
  public int size() {
    return json.size();
  }

  @Override
  public boolean isEmpty() {
    return json.isEmpty();
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return json.isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public Iterator<Object> iterator() {
    return items().iterator();
  }

  @Override
  public ListIterator<Object> listIterator() {
    return items().listIterator();
  }

  @Override
  public ListIterator<Object> listIterator(int index) {
    return items().listIterator(index);
  }

  @Override
  public List<Object> subList(int from, int to) {
    return items().subList(from, to);
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return items().contains(item);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return items().containsAll(others);
  }

  @Override
  public int indexOf(@Nullable Object item) {
    return items().indexOf(item);
  }

  @Override
  public int lastIndexOf(@Nullable Object item) {
    return items().lastIndexOf(item);
  }

  @Override
  public Object[] toArray() {
    return items().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return items().toArray(array);
  }

  @Override
  public boolean add(Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(int index, Object item) {
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
  public Object set(int index, Object item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object remove(int index) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(@Nullable Object item) {
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
    return other == this || items().equals(other);
  }

  @Override
  public int hashCode() {
    return items().hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
