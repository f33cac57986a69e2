package io.kro4j.runtime.main;

import io.kro4j.runtime.FeatureGate;
import io.kro4j.runtime.main.flags.FlagException;
import io.kro4j.runtime.main.flags.Flags;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which features are on, by upstream's rules: what is named on its own beats what is all. */
final class FeatureGates {
  /** All gates of the stage Alpha, which is all of them so far. */
  private static final String ALL_ALPHA = "AllAlpha";

  /** All gates of the stage Beta; so far there are none. */
  private static final String ALL_BETA = "AllBeta";

  private FeatureGates() {}

  /**
   * The gates that are on.
   *
   * @param assignments such as {@code CELOmitFunction=true}
   * @throws FlagException if one is no assignment, or of no gate
   */
  static Set<FeatureGate> read(Set<String> assignments) throws FlagException {
    Map<String, Boolean> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        throw wrong(assignment, "has no value; write " + assignment + "=true");
      }
      String gate = assignment.substring(0, equals).strip();
      if (!isKnown(gate)) {
        throw wrong(gate, "is no feature; there are " + known());
      }
      values.put(gate, bool(gate, assignment.substring(equals + 1).strip()));
    }
    Set<FeatureGate> on = EnumSet.noneOf(FeatureGate.class);
    boolean all = values.getOrDefault(ALL_ALPHA, false);
    Arrays.stream(FeatureGate.values())
        .filter(gate -> values.getOrDefault(gate.id(), all))
        .forEach(on::add);
    return on;
  }

  private static boolean isKnown(String gate) {
    return gate.equals(ALL_ALPHA) || gate.equals(ALL_BETA) || FeatureGate.find(gate).isPresent();
  }

  private static String known() {
    return Arrays.stream(FeatureGate.values())
        .map(FeatureGate::id)
        .collect(Collectors.joining(", ", "", ", " + ALL_ALPHA + ", " + ALL_BETA));
  }

  private static boolean bool(String gate, String value) throws FlagException {
    return switch (value) {
      case "true", "True", "TRUE", "t", "T", "1" -> true;
      case "false", "False", "FALSE", "f", "F", "0" -> false;
      default -> throw wrong(gate, "must be true or false, not \"" + value + "\"");
    };
  }

  private static FlagException wrong(String what, String reason) {
    return FlagException.of(Flags.FEATURE_GATES, "\"" + what + "\" " + reason);
  }
}
