package io.kro4j.runtime.main.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** Makes text of what is logged. Each record is one line, but for stack traces for people. */
final class LogFormat {
  private static final String PRODUCT = "io.kro4j.";

  private final LogSettings settings;

  LogFormat(LogSettings settings) {
    this.settings = settings;
  }

  /** The text of a record, with the end of the line. */
  String write(LogRecord entry) {
    return settings.format() == LogSettings.Format.JSON ? json(entry) : console(entry);
  }

  private String console(LogRecord entry) {
    StringBuilder line = new StringBuilder(settings.time().write(entry.time()));
    line.append(String.format(Locale.ROOT, " %-5s ", entry.level()));
    line.append(shortName(entry.logger())).append(": ").append(oneLine(entry.message()));
    entry.fields().forEach((key, value) -> field(line, key, String.valueOf(value)));
    Throwable failure = entry.failure();
    if (failure != null) {
      field(line, "error", String.valueOf(failure));
    }
    line.append('\n');
    if (failure != null && settings.stackTraces().includes(entry.level())) {
      line.append(stackTrace(failure));
    }
    return line.toString();
  }

  private static void field(StringBuilder line, String key, String value) {
    line.append(' ').append(key).append('=');
    if (value.matches("[^\\s\"=]+")) {
      line.append(value);
    } else {
      quote(line, value);
    }
  }

  private String json(LogRecord entry) {
    StringBuilder line = new StringBuilder("{\"level\":");
    quote(line, entry.level().name().toLowerCase(Locale.ROOT));
    line.append(",\"ts\":");
    String time = settings.time().write(entry.time());
    if (settings.time().isNumber()) {
      line.append(time);
    } else {
      quote(line, time);
    }
    member(line, "logger", shortName(entry.logger()));
    member(line, "msg", entry.message());
    for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
      member(line, field.getKey(), String.valueOf(field.getValue()));
    }
    Throwable failure = entry.failure();
    if (failure != null) {
      member(line, "error", String.valueOf(failure));
      if (settings.stackTraces().includes(entry.level())) {
        member(line, "stacktrace", stackTrace(failure));
      }
    }
    return line.append("}\n").toString();
  }

  private static void member(StringBuilder line, String key, String value) {
    line.append(',');
    quote(line, key);
    line.append(':');
    quote(line, value);
  }

  /** The class for our own loggers, which all differ in it. */
  private static String shortName(String logger) {
    return logger.startsWith(PRODUCT) ? logger.substring(logger.lastIndexOf('.') + 1) : logger;
  }

  private static String oneLine(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
