package io.kro4j.compiler.instance.status;

import io.kro4j.compiler.instance.status.Condition.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one object during one pass: some that the pass sets, and a root that sums them
 * up. The root holds only if all of them hold for the current generation; else it says what the
 * most recent one that does not hold says. The mechanics are upstream's, but that a condition of an
 * older generation makes the root unknown: it is about a spec that is no more. Not safe for
 * concurrent use.
 */
public final class ConditionSet {
  private static final String AWAITING = "AwaitingReconciliation";

  private final String root;
  private final List<String> dependents;
  private final long generation;
  private final String now;
  private final Map<String, Condition> conditions = new LinkedHashMap<>();
  private @Nullable Condition awaited;

  /**
   * The conditions that an object has.
   *
   * @param root the type of the condition that sums up the others
   * @param dependents the types of the others
   * @param existing what is in the object's status; conditions of other types are not kept
   * @param generation the generation of the object
   * @param now the time in RFC 3339
   */
  public ConditionSet(
      String root, List<String> dependents, List<Condition> existing, long generation, String now) {
    this.root = root;
    this.dependents = List.copyOf(dependents);
    this.generation = generation;
    this.now = now;
    for (Condition condition : existing) {
      if (condition.type().equals(root) || dependents.contains(condition.type())) {
        conditions.put(condition.type(), condition);
      }
    }
  }

  /** Says that a condition holds. */
  public void holds(String type, String reason, String message) {
    set(type, Status.TRUE, reason, message);
  }

  /** Says that a condition does not hold. */
  public void fails(String type, String reason, String message) {
    set(type, Status.FALSE, reason, message);
  }

  /** Says that nobody knows whether a condition holds. */
  public void unknown(String type, String reason, String message) {
    set(type, Status.UNKNOWN, reason, message);
  }

  /**
   * Says why the root is unknown, unless a condition does not hold.
   *
   * @param reason why, as one word
   * @param message why, as a sentence
   */
  public void awaits(String reason, String message) {
    awaited = new Condition(root, Status.UNKNOWN, reason, message, now, generation);
  }

  /** Removes a condition until it is set again. */
  public void remove(String type) {
    conditions.remove(type);
  }

  /** The condition of a type, if it is set. */
  public Optional<Condition> get(String type) {
    return Optional.ofNullable(conditions.get(type));
  }

  /** Whether all dependents hold for the current generation. */
  public boolean ready() {
    return dependents.stream()
        .allMatch(type -> get(type).filter(c -> c.holdsFor(generation)).isPresent());
  }

  /** All conditions, oldest transition first and the root last. */
  public List<Condition> list() {
    for (String type : dependents) {
      if (!conditions.containsKey(type)) {
        unknown(type, AWAITING, "condition \"" + type + "\" is awaiting reconciliation");
      }
    }
    setRoot();
    List<Condition> list = new ArrayList<>(conditions.values());
    list.sort(
        Comparator.comparing((Condition condition) -> condition.type().equals(root))
            .thenComparing(Condition::lastTransitionTime)
            .thenComparing(condition -> dependents.indexOf(condition.type())));
    return list;
  }

  private void setRoot() {
    if (ready()) {
      set(root, Status.TRUE, root, "");
      return;
    }
    Condition cause =
        latest(Status.FALSE)
            .or(() -> Optional.ofNullable(awaited))
            .or(() -> latest(Status.UNKNOWN))
            .orElseGet(() -> new Condition(root, Status.UNKNOWN, AWAITING, "", now, generation));
    set(root, cause.status(), cause.reason(), cause.message());
  }

  private Optional<Condition> latest(Status status) {
    return dependents.stream()
        .flatMap(type -> get(type).stream())
        .filter(condition -> condition.status() == status)
        .max(Comparator.comparing(Condition::lastTransitionTime));
  }

  private void set(String type, Status status, String reason, String message) {
    String since =
        get(type)
            .filter(before -> before.status() == status)
            .map(Condition::lastTransitionTime)
            .filter(time -> !time.isEmpty())
            .orElse(now);
    conditions.put(type, new Condition(type, status, reason, message, since, generation));
  }
}
