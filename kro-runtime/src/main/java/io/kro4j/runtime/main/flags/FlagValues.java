package io.kro4j.runtime.main.flags;

import java.util.Map;
import java.util.Set;

/** The values of all flags. */
public final class FlagValues {
  private final Map<Flag<?>, Object> values;
  private final Set<Flag<?>> given;

  FlagValues(Map<Flag<?>, Object> values, Set<Flag<?>> given) {
    this.values = Map.copyOf(values);
    this.given = Set.copyOf(given);
  }

  /** The value of a flag, its default if it was not given. */
  @SuppressWarnings("unchecked") // The parser puts what the flag's own reader returns.
  public <T> T get(Flag<T> flag) {
    Object value = values.get(flag);
    if (value == null) {
      throw new IllegalArgumentException("not a flag of this program: --" + flag.name());
    }
    return (T) value;
  }

  /** Whether the flag stands on the command line or in the environment. */
  public boolean isGiven(Flag<?> flag) {
    return given.contains(flag);
  }
}
