package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Evaluation;
import java.util.Optional;

/** Ends the evaluation of a node; never leaves the package. */
final class Unresolved extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  private Unresolved(Decision decision, String message) {
    super(message, null, false, false);
    this.decision = decision;
  }

  static Unresolved failed(String message) {
    return new Unresolved(new Decision.Failed(message), message);
  }

  /** Something that fails at a place of the node. */
  static Unresolved failed(String place, String message) {
    return failed("`" + place + "`: " + message);
  }

  /** Something that fails at a place of the node because of an expression. */
  static Unresolved failed(String place, PlannedExpression expression, String message) {
    return failed(place, message + ", in `" + expression.text() + "`");
  }

  static Unresolved waiting(String place, Evaluation.Pending pending) {
    Optional<String> missing =
        Optional.of(pending.missing()).filter(path -> !path.equals(pending.message()));
    String message =
        "`" + place + "`" + missing.map(Unresolved::needs).orElse(": " + pending.message());
    return new Unresolved(new Decision.Waiting(message, missing, Optional.empty()), message);
  }

  private static String needs(String path) {
    boolean ofInstance = path.startsWith(Variables.SCHEMA + ".");
    return " needs `" + path + "`, which " + (ofInstance ? "is not set" : "is not there yet");
  }

  static Unresolved waitingFor(String node) {
    String message = "waits for node `" + node + "`";
    return new Unresolved(
        new Decision.Waiting(message, Optional.empty(), Optional.of(node)), message);
  }

  Decision decision() {
    return decision;
  }
}
