package io.kro4j.compiler.admission;

import io.kro4j.compiler.diagnostics.Quoted;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.Evaluation;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.expression.SchemaRules;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One rule of a schema. */
final class SchemaRule {
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\['((?:[^'\\\\]|\\\\.)*)']");

  private final Map<String, Object> json;
  private final Optional<CheckedExpression> rule;
  private final Optional<CheckedExpression> message;

  private SchemaRule(
      Map<String, Object> json,
      Optional<CheckedExpression> rule,
      Optional<CheckedExpression> message) {
    this.json = json;
    this.rule = rule;
    this.message = message;
  }

  /**
   * A rule.
   *
   * @param json an entry of {@code x-kubernetes-validations}
   * @param self the schema that has it
   * @param correlated whether the value can be found again in the object before an update
   * @param hasOld whether it was there before the update
   */
  static SchemaRule of(Object json, JsonSchema self, boolean correlated, boolean hasOld) {
    Map<String, Object> fields = PlainJson.object(json);
    String text = text(fields, hasOld);
    return new SchemaRule(
        fields,
        check(text, self, correlated),
        PlainJson.text(fields.get("messageExpression"))
            .flatMap(message -> check(message, self, correlated)));
  }

  /**
   * The rule, in which {@code oldSelf} is an optional value if it asks for that: only inside an
   * expression can there be one.
   */
  private static String text(Map<String, Object> fields, boolean hasOld) {
    String rule = PlainJson.text(fields.get("rule")).orElse("true");
    if (!Boolean.TRUE.equals(fields.get("optionalOldSelf"))) {
      return rule;
    }
    String old = hasOld ? "optional.of(oldSelf)" : "optional.none()";
    return "[" + old + "].map(oldSelf, " + rule + ")[0]";
  }

  private static Optional<CheckedExpression> check(
      String text, JsonSchema self, boolean correlated) {
    if (SchemaRules.isBeyondUs(text)) {
      return Optional.empty();
    }
    SourceFile file = SourceFile.of("rule", text);
    MappedText mapped = MappedText.verbatim(new Span(file, 0, text.length()));
    return ExpressionParser.parse(new ScannedString.Standalone(mapped, mapped))
        .value()
        .flatMap(
            parsed -> ExpressionChecker.check(parsed, SchemaRules.scope(self, correlated)).value());
  }

  /** Whether the rule compares the value with what it was before. */
  boolean isAboutChange() {
    return oldSelfOptional()
        || rule.filter(checked -> checked.parsed().reference(SchemaRules.OLD_SELF).isPresent())
            .isPresent();
  }

  /** Whether the rule holds also where there is no earlier value. */
  boolean oldSelfOptional() {
    return Boolean.TRUE.equals(json.get("optionalOldSelf"));
  }

  /** Evaluates the rule; empty if it cannot be evaluated here. */
  Optional<Evaluation> evaluate(Object self, @Nullable Object oldSelf) {
    return rule.map(checked -> run(checked, self, oldSelf));
  }

  private static Evaluation run(CheckedExpression checked, Object self, @Nullable Object oldSelf) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put(SchemaRules.SELF, self);
    variables.put(SchemaRules.OLD_SELF, oldSelf);
    return checked.evaluable().evaluate(variables, Limits.RULES);
  }

  /** What the rule says when it does not hold. */
  String message(Object self, @Nullable Object oldSelf) {
    return message
        .map(checked -> run(checked, self, oldSelf))
        .flatMap(
            outcome ->
                outcome instanceof Evaluation.Value value
                    ? PlainJson.text(value.json())
                    : Optional.empty())
        .or(() -> PlainJson.text(json.get("message")).map(String::strip))
        .orElseGet(() -> "the rule does not hold");
  }

  /** The field that is to blame. */
  FieldPath place(FieldPath path) {
    FieldPath place = path;
    Matcher steps = STEP.matcher(PlainJson.text(json.get("fieldPath")).orElse(""));
    while (steps.find()) {
      String name = steps.group(1);
      place = place.field(name == null ? steps.group(2).replace("\\", "") : name);
    }
    return place;
  }

  /** The rule as its author wrote it, for messages. */
  String shown() {
    return Quoted.text(PlainJson.text(json.get("rule")).orElse(""));
  }
}
