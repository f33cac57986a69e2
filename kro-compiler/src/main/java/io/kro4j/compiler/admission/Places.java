package io.kro4j.compiler.admission;

import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the fields of an object stand. An object may be put together of several texts, such as a
 * file and a change of it: the first that has a field is where it stands.
 */
public final class Places {
  private final List<YamlValue> texts;

  private Places(List<YamlValue> texts) {
    this.texts = texts;
  }

  /** The places of an object that is written in one piece. */
  public static Places of(YamlValue text) {
    return new Places(List.of(text));
  }

  /** The same, if a field is not there, in a text that lies below. */
  public Places over(Places below) {
    List<YamlValue> all = new ArrayList<>(texts);
    all.addAll(below.texts);
    return new Places(all);
  }

  /** Where a value stands, or what holds it if it is not written. */
  public Span value(FieldPath path) {
    return find(path, false);
  }

  /** Where the name of a field stands, or what holds it if it is not written. */
  public Span key(FieldPath path) {
    return find(path, true);
  }

  private Span find(FieldPath path, boolean key) {
    for (int length = path.steps().size(); length > 0; length--) {
      List<Object> steps = path.steps().subList(0, length);
      boolean whole = length == path.steps().size();
      for (YamlValue text : texts) {
        Optional<Span> found = find(text, steps, key || !whole);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return start(texts.get(0));
  }

  private static Optional<Span> find(YamlValue text, List<Object> steps, boolean key) {
    YamlValue value = text;
    Span name = start(text);
    for (Object step : steps) {
      if (value instanceof YamlValue.Mapping object && step instanceof String field) {
        Optional<YamlValue.Entry> entry = object.entry(field);
        if (entry.isEmpty()) {
          return Optional.empty();
        }
        value = entry.get().value();
        name = entry.get().keySpan();
      } else if (value instanceof YamlValue.Sequence list
          && step instanceof Integer index
          && index < list.items().size()) {
        value = list.items().get(index);
        name = start(value);
      } else {
        return Optional.empty();
      }
    }
    boolean large = value instanceof YamlValue.Mapping || value instanceof YamlValue.Sequence;
    return Optional.of(key || large ? name : value.span());
  }

  private static Span start(YamlValue value) {
    return value instanceof YamlValue.Mapping object ? object.start() : value.span();
  }
}
