package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the bytes of a file into a {@link SourceFile}. */
public final class SourceFiles {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char NUL = '\0';

  private SourceFiles() {}

  /**
   * Decodes a file: UTF-8, or UTF-16 if it begins with that byte order mark. The mark is taken off.
   *
   * @param name the path to show
   * @param bytes the bytes of the file
   * @return the file, with a {@code yaml.encoding} error for each run of bytes that are no
   *     characters; they stand in the text as U+FFFD. None, and a single error, if the file is no
   *     text at all
   */
  public static Checked<SourceFile> decode(String name, byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(name, bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(name, bytes, 2, StandardCharsets.UTF_16LE);
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return decode(name, bytes, mark, StandardCharsets.UTF_8);
  }

  private static Checked<SourceFile> decode(String name, byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    List<Integer> broken = new ArrayList<>();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      in.position(in.position() + result.length());
      broken.add(out.position());
      out.put(REPLACEMENT);
      result = decoder.decode(in, out, true);
    }
    SourceFile file = SourceFile.of(name, out.flip().toString());
    if (file.text().indexOf(NUL) >= 0) {
      return Checked.failed(binary(name));
    }
    return Checked.of(file, diagnostics(file, broken, charset));
  }

  /** No text holds this character; what does is a picture, an archive, or UTF-16 without a mark. */
  private static Diagnostic binary(String name) {
    return Diagnostic.of(
            DiagnosticId.YAML_ENCODING,
            new Span(SourceFile.of(name, ""), 0, 0),
            "the file is not text: it holds bytes that are zero")
        .withHelp("leave it out of the sources, or save it as UTF-8 if it is text");
  }

  private static List<Diagnostic> diagnostics(
      SourceFile file, List<Integer> broken, Charset charset) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    int previous = -1;
    for (int at : broken) {
      if (at != previous + 1 || previous < 0) {
        diagnostics.add(
            Diagnostic.of(
                    DiagnosticId.YAML_ENCODING,
                    new Span(file, at, at + 1),
                    "the bytes here are not " + charset.name())
                .withHelp("save the file as UTF-8"));
      }
      previous = at;
    }
    return diagnostics;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
