package io.kro4j.compiler.expression.library;

import dev.cel.common.values.CelByteString;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The work one evaluation may still do. cel-java limits the iterations of comprehensions and
 * nothing else, so every function call spends the size of what it reads and of what it makes.
 *
 * <p>The budget of the evaluation that runs on a thread is kept with the thread, since cel-java
 * hands functions nothing but their arguments. Once it is spent the whole evaluation ends: an error
 * that {@code ||} takes for a value would only make {@code exists} go on to the next element.
 */
public final class WorkBudget {
  /** Strings are copied and compared many characters at a time. */
  private static final int CHARACTERS_PER_UNIT = 32;

  /** How much work passes between two looks at the deadline. */
  private static final long DEADLINE_INTERVAL = 4096;

  private static final ThreadLocal<WorkBudget> CURRENT =
      ThreadLocal.withInitial(() -> new WorkBudget(Long.MAX_VALUE, () -> false));

  private final BooleanSupplier expired;
  private long left;
  private long nextLook;

  private WorkBudget(long units, BooleanSupplier expired) {
    this.left = units;
    this.expired = expired;
    this.nextLook = units - DEADLINE_INTERVAL;
  }

  /** The budget of the evaluation that runs on this thread; without limits if none does. */
  public static WorkBudget current() {
    return CURRENT.get();
  }

  /**
   * Opens the budget of one evaluation on this thread; the caller closes it with {@link #close}.
   *
   * @param units the work allowed
   * @param expired asked now and then, true to stop the evaluation
   */
  static WorkBudget open(long units, BooleanSupplier expired) {
    WorkBudget budget = new WorkBudget(units, expired);
    CURRENT.set(budget);
    return budget;
  }

  /** Ends the evaluation on this thread. */
  void close() {
    CURRENT.remove();
  }

  /**
   * Takes off some work.
   *
   * @throws Exhausted if that is more than is left, or the time is up
   */
  public void spend(long units) {
    left -= units;
    if (left < 0) {
      left = -1;
      throw new Exhausted("the evaluation takes too much work");
    }
    if (left <= nextLook) {
      nextLook = left - DEADLINE_INTERVAL;
      if (expired.getAsBoolean()) {
        left = -1;
        throw new Exhausted("the evaluation takes too long");
      }
    }
  }

  /** The work of looking at a value once, without what is inside its elements. */
  static long size(Object value) {
    if (value instanceof CharSequence text) {
      return 1L + text.length() / CHARACTERS_PER_UNIT;
    }
    if (value instanceof CelByteString bytes) {
      return 1L + bytes.size() / CHARACTERS_PER_UNIT;
    }
    return 1;
  }

  /** Ends an evaluation; not an exception, since cel-java takes exceptions for values. */
  static final class Exhausted extends Error {
    private static final long serialVersionUID = 1L;

    private Exhausted(String message) {
      super(message, null, false, false);
    }

    String reason() {
      return Objects.requireNonNull(getMessage());
    }
  }
}
