package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.MODEL_INVALID_VALUE;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.model.ResourceGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how the controller of a group's kind runs from annotations of the group: {@code
 * kro4j.io/workers}, {@code kro4j.io/resync-period}, {@code kro4j.io/requeue-interval}, {@code
 * kro4j.io/min-retry-delay}, {@code kro4j.io/max-retry-delay}. Durations are written as in flags:
 * {@code 200ms}, {@code 3s}, {@code 1h30m}.
 */
public final class ControllerSettingsReader {
  private static final String PREFIX = "kro4j.io/";
  private static final int MAX_WORKERS = 1000;
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  private final ResourceGroup group;
  private final Diagnostics diagnostics;

  private ControllerSettingsReader(ResourceGroup group, Diagnostics diagnostics) {
    this.group = group;
    this.diagnostics = diagnostics;
  }

  /** The settings of a group; what it does not say is left to the runtime. */
  public static ControllerSettings read(ResourceGroup group, Diagnostics diagnostics) {
    ControllerSettingsReader reader = new ControllerSettingsReader(group, diagnostics);
    return new ControllerSettings(
        reader.workers(),
        reader.duration("resync-period"),
        reader.duration("requeue-interval"),
        reader.duration("min-retry-delay"),
        reader.duration("max-retry-delay"));
  }

  private Optional<Integer> workers() {
    String text = group.annotations().get(PREFIX + "workers");
    if (text == null) {
      return Optional.empty();
    }
    if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MAX_WORKERS) {
      return Optional.of(Integer.parseInt(text));
    }
    report("workers", text, "write a whole number from 1 to " + MAX_WORKERS);
    return Optional.empty();
  }

  private Optional<Duration> duration(String name) {
    String text = group.annotations().get(PREFIX + name);
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = DURATION.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      report(name, text, "write a duration such as `200ms`, `3s` or `1h30m`");
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofHours(amount(matcher, 1))
            .plusMinutes(amount(matcher, 2))
            .plusSeconds(amount(matcher, 3))
            .plusMillis(amount(matcher, 4)));
  }

  private static long amount(Matcher matcher, int unit) {
    String digits = matcher.group(unit);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private void report(String name, String text, String help) {
    diagnostics.add(
        MODEL_INVALID_VALUE,
        group
            .document()
            .find("metadata", "annotations", PREFIX + name)
            .map(entry -> entry.value().span())
            .orElseGet(() -> group.name().span()),
        "annotation `" + PREFIX + name + "` cannot be `" + text + "`",
        help);
  }
}
