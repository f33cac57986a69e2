package io.kro4j.compiler.suppression;

import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of all that a comment can be about in the documents of a file: documents, entries and
 * items; and of the scalars, in which a {@code #} starts no comment.
 */
final class Nodes {
  /** The longest of each start. */
  private final NavigableMap<Integer, Span> nodes = new TreeMap<>();

  private final NavigableMap<Integer, Span> scalars = new TreeMap<>();

  Nodes(List<YamlDocument> documents) {
    for (YamlDocument document : documents) {
      addNode(document.root().span());
      add(document.root());
    }
  }

  /** The outermost node that starts between two offsets. */
  Optional<Span> startingIn(int from, int to) {
    return nodes.subMap(from, to).values().stream().max(Comparator.comparingInt(Nodes::length));
  }

  /** Whether an offset is in a scalar; the line of a block scalar's {@code |} has no text of it. */
  boolean isInScalar(int offset) {
    Map.@Nullable Entry<Integer, Span> before = scalars.floorEntry(offset);
    return before != null
        && offset < before.getValue().end()
        && !inHeader(before.getValue(), offset);
  }

  private static boolean inHeader(Span scalar, int offset) {
    boolean block = scalar.text().startsWith("|") || scalar.text().startsWith(">");
    return block && scalar.file().position(offset).line() == scalar.startPosition().line();
  }

  private void add(YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        addScalar(entry.keySpan());
        addNode(whole(entry));
        add(entry.value());
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        addNode(item.span());
        add(item);
      }
    } else {
      addScalar(value.span());
    }
  }

  private void addNode(Span span) {
    nodes.merge(span.start(), span, (a, b) -> length(a) >= length(b) ? a : b);
  }

  private void addScalar(Span span) {
    scalars.put(span.start(), span);
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }

  /** An alias stands for a value elsewhere; then the entry is its key. */
  private static Span whole(YamlValue.Entry entry) {
    Span key = entry.keySpan();
    Span value = entry.value().span();
    return value.start() >= key.start() ? key.union(value) : key;
  }
}
