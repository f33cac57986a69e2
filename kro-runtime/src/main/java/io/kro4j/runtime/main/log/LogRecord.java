package io.kro4j.runtime.main.log;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Something that is logged.
 *
 * @param time when
 * @param level how bad it is
 * @param logger who says it
 * @param message what happened; the same text each time that it happens
 * @param fields to whom it happened, in order
 * @param failure what failed, or null
 */
record LogRecord(
    Instant time,
    Level level,
    String logger,
    String message,
    Map<String, Object> fields,
    @Nullable Throwable failure) {

  LogRecord {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
