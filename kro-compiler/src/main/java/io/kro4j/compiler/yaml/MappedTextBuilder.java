package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.Arrays;

/** Collects decoded characters, each with the characters of the file it stands for. */
final class MappedTextBuilder {
  private final SourceFile file;
  private final StringBuilder value = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];

  MappedTextBuilder(SourceFile file) {
    this.file = file;
  }

  /** Adds one decoded character for the file's characters {@code start} to {@code end}. */
  void add(char decoded, int start, int end) {
    int at = value.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      ends = Arrays.copyOf(ends, at * 2);
    }
    starts[at] = start;
    ends[at] = end;
    value.append(decoded);
  }

  /** Adds the file's characters {@code start} to {@code end} as they are. */
  void addVerbatim(int start, int end) {
    for (int i = start; i < end; i++) {
      add(file.text().charAt(i), i, i + 1);
    }
  }

  /** Adds the line end at {@code offset} and returns the offset after it. */
  int addBreak(int offset) {
    int after = LineBreaks.after(file.text(), offset);
    add(LineBreaks.decoded(file.text().charAt(offset)), offset, after);
    return after;
  }

  MappedText build(Span span) {
    int length = value.length();
    return MappedText.of(
        value.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), span);
  }
}
