package io.kro4j.runtime.main.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LoggingEventAware;

/** A logger that hands everything to {@link LogOutput}. */
final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {
  private static final long serialVersionUID = 1L;

  private final transient LogOutput output;

  LineLogger(String name, LogOutput output) {
    this.name = name;
    this.output = output;
  }

  @Override
  public boolean isTraceEnabled() {
    return output.takes(name, Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return output.takes(name, Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return output.takes(name, Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return output.takes(name, Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return output.takes(name, Level.ERROR);
  }

  @Override
  public void log(LoggingEvent event) {
    LogMessage message = LogMessage.of(event.getMessage(), event.getArgumentArray());
    Map<String, Object> fields = new LinkedHashMap<>(message.fields());
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
    }
    output.write(event.getLevel(), name, message.text(), fields, event.getThrowable());
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    LogMessage message = LogMessage.of(pattern, arguments);
    output.write(level, name, message.text(), message.fields(), failure);
  }
}
