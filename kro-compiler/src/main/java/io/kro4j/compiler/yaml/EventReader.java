package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The library's parse events from some offset of a file on, with the library's marks as offsets.
 */
final class EventReader {
  private final SourceFile file;
  private final CodePointOffsets offsets;
  private final int base;
  private final Parser parser;

  /**
   * Starts to read.
   *
   * @param file the file that places are reported in
   * @param readable the file's text as the library may see it, of the same length
   * @param offsets the surrogate pairs of {@code readable}
   * @param from the offset to start at, between two lines
   */
  EventReader(SourceFile file, String readable, CodePointOffsets offsets, int from) {
    this.file = file;
    this.offsets = offsets;
    this.base = offsets.codePoint(from);
    this.parser = new ParserImpl(new StreamReader(readerAt(readable, from)), options());
  }

  /** The next event, consumed. */
  Event next() {
    return parser.getEvent();
  }

  /** The next event, left in place. */
  Event peek() {
    return parser.peekEvent();
  }

  /** Whether the next event is of this kind. */
  boolean at(Event.ID id) {
    return parser.checkEvent(id);
  }

  /** Where an event's text starts; the anchor and tag of a value come first. */
  int start(Event event) {
    return offset(event.getStartMark());
  }

  /** Where an event's text ends. */
  int end(Event event) {
    return Math.max(start(event), offset(event.getEndMark()));
  }

  /** The whole text of an event. */
  Span span(Event event) {
    return new Span(file, start(event), end(event));
  }

  /** The offset of a mark, inside the file. */
  int offset(Mark mark) {
    return Math.min(file.text().length(), offsets.offset(base + mark.getIndex()));
  }

  private static StringReader readerAt(String text, int from) {
    StringReader reader = new StringReader(text);
    try {
      if (reader.skip(from) != from) {
        throw new IllegalArgumentException("offset " + from + " is outside the text");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader;
  }

  /** The reader has limits of its own, with places; the library's would only throw. */
  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }
}
