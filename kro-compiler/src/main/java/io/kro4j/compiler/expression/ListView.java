package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.CelList;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A JSON list in CEL; a value of CEL's own, so that it is not walked through when it is named. */
@SuppressWarnings("Immutable") // It shares the JSON of the caller, who does not change it.
final class ListView extends CelList {
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

  @Override
  protected List<Object> items() {
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
  public String toString() {
    return json.toString();
  }
}
