package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds the tree of one document from its events. What cannot be represented is reported and
 * stands in the tree as null or as its text, so that the rest can still be read.
 */
final class TreeBuilder {
  private static final String MERGE_KEY = "<<";

  private final EventReader events;
  private final SourceFile file;
  private final YamlLimits limits;
  private final Diagnostics diagnostics;
  private final ScalarReader scalars;
  private final KeyReader keys;
  private final Anchors anchors;

  /** Where the last thing with characters of its own ended. */
  private int contentEnd;

  TreeBuilder(
      EventReader events,
      SourceFile file,
      YamlLimits limits,
      int documentLength,
      Diagnostics diagnostics) {
    this.events = events;
    this.file = file;
    this.limits = limits;
    this.diagnostics = diagnostics;
    this.scalars = new ScalarReader(events, file, diagnostics);
    this.keys = new KeyReader(diagnostics);
    this.anchors = new Anchors(limits, documentLength, diagnostics);
  }

  /** Reads the value that the next events make. */
  YamlValue build() {
    return node(0).value();
  }

  private Node node(int depth) {
    NodeEvent event = (NodeEvent) events.next();
    if (event instanceof AliasEvent) {
      Span span = events.span(event);
      contentEnd = span.end();
      return anchors.alias(event.getAnchor(), span, depth).orElseGet(() -> Node.placeholder(span));
    }
    String name = event.getAnchor();
    Anchors.@Nullable Anchor anchor = name == null ? null : anchors.open(name);
    Node node =
        event instanceof ScalarEvent scalar
            ? Node.leaf(scalar(scalar))
            : collection((CollectionStartEvent) event, depth);
    if (anchor != null) {
      anchor.close(node);
    }
    return node;
  }

  private YamlValue scalar(ScalarEvent event) {
    MappedText text = scalars.text(event);
    contentEnd = text.span().end();
    return value(scalars.resolve(event, text), text);
  }

  private YamlValue value(Resolved resolved, MappedText text) {
    Object value = resolved.value();
    if (value instanceof String string) {
      return new YamlValue.Text(
          string.equals(text.value()) ? text : MappedText.synthetic(string, text.span()));
    }
    if (value instanceof Double number) {
      return new YamlValue.Literal(number(number, text), text.span());
    }
    return new YamlValue.Literal(value, text.span());
  }

  private Object number(double number, MappedText text) {
    if (Double.isFinite(number)) {
      return JsonNumbers.value(number);
    }
    diagnostics.add(
        DiagnosticId.YAML_UNSUPPORTED_VALUE,
        text.span(),
        "JSON has no number `" + text.value() + "`",
        "put it in quotes if a string is meant");
    return number;
  }

  private Node collection(CollectionStartEvent event, int depth) {
    scalars.checkCollectionTag(event.getTag(), events.span(event));
    if (depth >= limits.maxDepth()) {
      throw tooDeep(event);
    }
    return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
  }

  private Node sequence(CollectionStartEvent start, int depth) {
    List<YamlValue> items = new ArrayList<>();
    Size size = new Size();
    while (!events.at(Event.ID.SequenceEnd)) {
      Node item = node(depth + 1);
      items.add(item.value());
      size.add(item);
    }
    return size.of(new YamlValue.Sequence(items, closed(start)));
  }

  private Node mapping(CollectionStartEvent start, int depth) {
    MappingEntries entries = new MappingEntries(diagnostics);
    Size size = new Size();
    while (!events.at(Event.ID.MappingEnd)) {
      if (isMergeKey(events.peek())) {
        events.next();
        merge(entries, size, depth);
        continue;
      }
      Optional<MappedText> key = key(depth);
      Node value = node(depth + 1);
      size.add(value);
      key.ifPresent(name -> entries.add(name, value.value()));
    }
    return size.of(new YamlValue.Mapping(entries.list(), closed(start)));
  }

  /** The key of an entry; one that cannot be a key is read, reported and left out. */
  private Optional<MappedText> key(int depth) {
    if (events.peek() instanceof ScalarEvent event) {
      events.next();
      return scalarKey(event);
    }
    boolean alias = events.at(Event.ID.Alias);
    Node key = node(depth + 1);
    if (key.isPlaceholder()) {
      return Optional.empty();
    }
    if (alias) {
      return keys.aliased(key.value());
    }
    keys.unsupported(key.value().span(), key.value().typeNameWithArticle());
    return Optional.empty();
  }

  private Optional<MappedText> scalarKey(ScalarEvent event) {
    MappedText text = scalars.text(event);
    contentEnd = text.span().end();
    Resolved resolved = scalars.resolve(event, text);
    String anchor = event.getAnchor();
    if (anchor != null) {
      anchors.open(anchor).close(Node.leaf(value(resolved, text)));
    }
    return keys.scalar(resolved, text);
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals(MERGE_KEY)
        && (scalar.getTag() == null
            ? scalar.getScalarStyle() == ScalarStyle.PLAIN
            : scalar.getTag().equals(ScalarReader.TAG_PREFIX + "merge"));
  }

  /** Takes over the entries of one object or, the first winning, of a list of them. */
  private void merge(MappingEntries entries, Size size, int depth) {
    boolean list = events.at(Event.ID.SequenceStart);
    Node node = node(depth + 1);
    size.add(node);
    if (node.isPlaceholder()) {
      return;
    }
    List<YamlValue> sources =
        list && node.value() instanceof YamlValue.Sequence sequence
            ? sequence.items()
            : List.of(node.value());
    for (int i = sources.size() - 1; i >= 0; i--) {
      if (sources.get(i) instanceof YamlValue.Mapping source) {
        entries.merge(source);
      } else {
        diagnostics.add(
            DiagnosticId.YAML_UNSUPPORTED_VALUE,
            sources.get(i).span(),
            "a merge key `<<` takes an object or a list of objects, and this is "
                + sources.get(i).typeNameWithArticle());
      }
    }
  }

  /**
   * Gives the document up: the library's effort grows with the square of the depth, so that not
   * even skipping is safe.
   */
  private AbandonedDocumentException tooDeep(CollectionStartEvent start) {
    diagnostics.add(
        DiagnosticId.YAML_TOO_DEEP,
        events.span(start),
        "the document nests deeper than " + limits.maxDepth() + " levels");
    return new AbandonedDocumentException();
  }

  /** Consumes the end of a collection and returns its place, from its start to its last content. */
  private Span closed(CollectionStartEvent start) {
    Event end = events.next();
    if (start.isFlow()) {
      contentEnd = events.end(end);
    }
    int from = events.start(start);
    return new Span(file, from, Math.max(from, contentEnd));
  }

  /** Adds up what a collection holds. */
  private static final class Size {
    private long nodes = 1;
    private int height;

    void add(Node item) {
      nodes += item.nodes();
      height = Math.max(height, item.height());
    }

    Node of(YamlValue collection) {
      return new Node(collection, nodes, height + 1);
    }
  }
}
