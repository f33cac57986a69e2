package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Located YAML trees without YAML: each string is a file of its own that holds nothing else. */
public final class Trees {
  private Trees() {}

  /** An object of keys and values, alternating. */
  public static YamlValue.Mapping object(Object... keysAndValues) {
    List<YamlValue.Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(
          new YamlValue.Entry(text((String) keysAndValues[i]), value(keysAndValues[i + 1])));
    }
    return new YamlValue.Mapping(entries, place("{}"));
  }

  /** A string. */
  public static MappedText text(String text) {
    return MappedText.verbatim(place(text));
  }

  private static YamlValue value(Object value) {
    if (value instanceof YamlValue tree) {
      return tree;
    }
    if (value instanceof String string) {
      return new YamlValue.Text(text(string));
    }
    if (value instanceof Map<?, ?> map) {
      return object(
          map.entrySet().stream()
              .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
              .toArray());
    }
    if (value instanceof List<?> list) {
      return new YamlValue.Sequence(
          list.stream().map(Trees::value).toList(), place(String.valueOf(list)));
    }
    return new YamlValue.Literal(value, place(String.valueOf(value)));
  }

  private static Span place(String text) {
    return new Span(SourceFile.of("test.yaml", text), 0, text.length());
  }
}
