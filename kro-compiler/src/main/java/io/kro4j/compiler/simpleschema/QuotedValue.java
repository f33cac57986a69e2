package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.source.MappedText;
import java.util.Arrays;

/**
 * The value of a marker without its quotes: inside them, {@code \"} and {@code \\} lose their
 * backslash, and every other backslash stays, so that {@code "\d+"} is a pattern.
 */
final class QuotedValue {
  private final MappedText written;
  private final StringBuilder decoded = new StringBuilder();
  private final int[] starts;
  private final int[] ends;

  private QuotedValue(MappedText written) {
    this.written = written;
    this.starts = new int[written.value().length()];
    this.ends = new int[written.value().length()];
  }

  /** The value; unchanged unless a quote stands at both its ends. */
  static MappedText decode(MappedText written) {
    String value = written.value();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? new QuotedValue(written).decode() : written;
  }

  private MappedText decode() {
    String value = written.value();
    int end = value.length() - 1;
    for (int i = 1; i < end; i++) {
      int from = i;
      if (value.charAt(i) == '\\' && i + 1 < end) {
        i++;
        if (value.charAt(i) != '"' && value.charAt(i) != '\\') {
          add('\\', from, i);
          from = i;
        }
      }
      add(value.charAt(i), from, i + 1);
    }
    int length = decoded.length();
    return MappedText.of(
        decoded.toString(),
        Arrays.copyOf(starts, length),
        Arrays.copyOf(ends, length),
        written.span());
  }

  private void add(char c, int from, int to) {
    starts[decoded.length()] = written.span(from, to).start();
    ends[decoded.length()] = written.span(from, to).end();
    decoded.append(c);
  }
}
