package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Turns a scalar event into its text with a map to the file, and into what its tag makes of it. */
final class ScalarReader {
  static final String TAG_PREFIX = "tag:yaml.org,2002:";
  private static final Set<String> COLLECTION_TAGS = Set.of("map", "seq", "set", "omap", "pairs");

  /** The dates that go-yaml knows; it leaves them strings. */
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?");

  private final EventReader events;
  private final SourceFile file;
  private final Diagnostics diagnostics;

  ScalarReader(EventReader events, SourceFile file, Diagnostics diagnostics) {
    this.events = events;
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The decoded text of a scalar, whatever its tag. */
  MappedText text(ScalarEvent event) {
    int end = events.end(event);
    int start = afterProperties(events.start(event), end);
    Span span = new Span(file, start, end);
    MappedText text = decode(event, span);
    checkSurrogates(text);
    return text;
  }

  /** What a scalar means, with its text decoded before. */
  Resolved resolve(ScalarEvent event, MappedText text) {
    String tag = event.getTag();
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    if (tag == null) {
      return plain ? PlainResolver.resolve(text.value()) : Resolved.string(text.value());
    }
    if (tag.equals("!")) {
      return Resolved.string(text.value());
    }
    if (!tag.startsWith(TAG_PREFIX)) {
      return unknownTag(event, tag, text);
    }
    return standardTag(event, tag.substring(TAG_PREFIX.length()), text);
  }

  /** Says that a tag on an object or list means nothing to Kubernetes. */
  void checkCollectionTag(@Nullable String tag, Span span) {
    if (tag == null || tag.equals("!")) {
      return;
    }
    if (!tag.startsWith(TAG_PREFIX)
        || !COLLECTION_TAGS.contains(tag.substring(TAG_PREFIX.length()))) {
      warnOfTag(tag, span);
    }
  }

  private MappedText decode(ScalarEvent event, Span span) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> FlowScalarDecoder.quoted(span);
      case LITERAL, FOLDED -> BlockScalarDecoder.decode(span, event.getValue());
      default -> FlowScalarDecoder.plain(span);
    };
  }

  /** Skips {@code &anchor} and {@code !tag}, and what separates them from the scalar. */
  private int afterProperties(int start, int end) {
    String text = file.text();
    int at = start;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !isSpace(text.charAt(at))) {
        at++;
      }
      at = afterSpace(at, end);
    }
    return at;
  }

  private int afterSpace(int start, int end) {
    String text = file.text();
    int at = start;
    while (at < end && (isSpace(text.charAt(at)) || text.charAt(at) == '#')) {
      boolean comment = text.charAt(at) == '#';
      at++;
      while (comment && at < end && !LineBreaks.isBreak(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private Resolved standardTag(ScalarEvent event, String tag, MappedText text) {
    String value = text.value();
    return switch (tag) {
      case "str" -> Resolved.string(value);
      case "int", "bool", "null", "float" -> tagged(event, tag, text);
      case "binary" -> binary(text);
      case "timestamp" -> timestamp(text);
      default -> unknownTag(event, "!!" + tag, text);
    };
  }

  private Resolved tagged(ScalarEvent event, String tag, MappedText text) {
    Resolved plain = PlainResolver.resolve(text.value());
    if (plain.type().tag().equals(tag)) {
      return plain;
    }
    if (tag.equals("float") && plain.value() instanceof Long whole) {
      return new Resolved(Resolved.Type.FLOAT, whole.doubleValue());
    }
    unsupported(events.span(event), "`" + text.value() + "` is not of the type `!!" + tag + "`");
    return Resolved.string(text.value());
  }

  private Resolved binary(MappedText text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.value().replaceAll("[\\r\\n]", ""));
      return Resolved.string(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      unsupported(text.span(), "a `!!binary` value must be base64");
      return Resolved.string(text.value());
    }
  }

  private Resolved timestamp(MappedText text) {
    if (!TIMESTAMP.matcher(text.value()).matches()) {
      unsupported(text.span(), "`" + text.value() + "` is not of the type `!!timestamp`");
    }
    return Resolved.string(text.value());
  }

  /** Kubernetes ignores tags it does not know, and reads the scalar as a string. */
  private Resolved unknownTag(ScalarEvent event, String tag, MappedText text) {
    warnOfTag(tag, events.span(event));
    return Resolved.string(text.value());
  }

  private void warnOfTag(String tag, Span span) {
    int tagStart = Math.max(0, span.text().indexOf('!'));
    int start = span.start() + tagStart;
    int end = start;
    while (end < span.end() && !isSpace(file.text().charAt(end))) {
      end++;
    }
    diagnostics.add(
        Diagnostic.of(
                DiagnosticId.YAML_UNSUPPORTED_VALUE,
                new Span(file, start, end),
                "the tag `" + tag + "` means nothing to Kubernetes and is ignored")
            .withSeverity(Severity.WARNING)
            .withHelp("remove the tag; a tagged scalar is read as a string"));
  }

  /** Halves that stand in the file itself have been reported with the other characters. */
  private void checkSurrogates(MappedText text) {
    String value = text.value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1))) {
        i++;
      } else if (text.span(i, i + 1).text().startsWith("\\")) {
        unsupported(text.span(i, i + 1), "half of a surrogate pair is not a character");
      }
    }
  }

  private void unsupported(Span span, String message) {
    diagnostics.add(DiagnosticId.YAML_UNSUPPORTED_VALUE, span, message);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || LineBreaks.isBreak(c);
  }
}
