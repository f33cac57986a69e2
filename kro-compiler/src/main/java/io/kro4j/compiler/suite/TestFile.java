package io.kro4j.compiler.suite;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * A test as written; its form is sound.
 *
 * @param group the name of the group
 * @param groupPlace where that stands
 * @param steps the steps in order
 * @param file the file
 */
record TestFile(String group, Span groupPlace, List<Step> steps, SourceFile file) {
  /** Copies the list. */
  TestFile {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param name its name
   * @param object all of it
   */
  record Step(String name, YamlValue.Mapping object) {
    /** The value at the end of a path of fields. */
    Optional<YamlValue> get(String first, String... further) {
      return object.find(first, further).map(YamlValue.Entry::value);
    }

    /** The fields of an object; none if it is not there. */
    List<YamlValue.Entry> fields(String first, String... further) {
      return get(first, further).orElse(null) instanceof YamlValue.Mapping fields
          ? fields.entries()
          : List.of();
    }

    /** The items of a list; none if it is not there. */
    List<YamlValue> items(String first, String... further) {
      return get(first, further).orElse(null) instanceof YamlValue.Sequence list
          ? list.items()
          : List.of();
    }

    /** The names of files that a field holds, each with its place. */
    List<YamlValue> files(String field) {
      Optional<YamlValue> value = get(field);
      return value.isPresent() && !(value.get() instanceof YamlValue.Sequence)
          ? List.of(value.get())
          : items(field);
    }
  }
}
