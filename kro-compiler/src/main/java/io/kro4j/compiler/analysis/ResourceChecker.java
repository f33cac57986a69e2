package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_OMIT_NOT_ALLOWED;
import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_TYPE_MISMATCH;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_CONDITION_REFERENCE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_CONDITION_TYPE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_FOR_EACH;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.Compatibility;
import io.kro4j.compiler.expression.ExpectedTypes;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.Reference;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.ValueType;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueTypes;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the types of one resource's expressions, each in the scope of the place it stands in. */
final class ResourceChecker {
  private static final String EACH = "each";
  private static final String IN_TEMPLATE_ONLY = "iterators are known in the template only";

  private final Scope scope;
  private final io.kro4j.compiler.schema.Scope instanceScope;
  private final AnalysisOptions options;
  private final boolean hasStandIns;
  private final Diagnostics diagnostics;

  /**
   * A checker for the resources of one group.
   *
   * @param scope {@code schema} and every resource
   * @param hasStandIns whether the type of a resource only stands for one that is broken
   */
  ResourceChecker(
      Scope scope,
      io.kro4j.compiler.schema.Scope instanceScope,
      AnalysisOptions options,
      boolean hasStandIns,
      Diagnostics diagnostics) {
    this.scope = scope;
    this.instanceScope = instanceScope;
    this.options = options;
    this.hasStandIns = hasStandIns;
    this.diagnostics = diagnostics;
  }

  /** The checked resource; empty if its type is not known. */
  Optional<AnalyzedResource> check(ReadResource resource, Set<String> dependencies) {
    Map<String, ValueType> iterators = new LinkedHashMap<>();
    List<AnalyzedResource.Dimension> dimensions = new ArrayList<>();
    Scope inList = without(resource, scope, "iterators cannot read each other");
    for (ReadResource.Dimension dimension : resource.forEach()) {
      Optional<CheckedExpression> list = checkList(dimension, inList);
      list.ifPresent(
          checked ->
              dimensions.add(
                  new AnalyzedResource.Dimension(
                      dimension.name(),
                      new AnalyzedExpression(dimension.list().source(), checked))));
      iterators.put(dimension.name().value(), list.map(this::element).orElse(Simple.DYN));
    }
    resource.definition().forEach().forEach(broken -> addBroken(broken.name().value(), iterators));
    List<AnalyzedField> fields = checkFields(resource, scope.with(iterators).allowingOmit());
    List<AnalyzedExpression> includeWhen = checkIncludeWhen(resource);
    List<AnalyzedExpression> readyWhen = checkReadyWhen(resource);
    return resource
        .type()
        .map(
            type ->
                new AnalyzedResource(
                    resource.definition(),
                    type,
                    dependencies,
                    fields,
                    includeWhen,
                    readyWhen,
                    dimensions));
  }

  /** An iterator whose expression cannot be read still has a name that the template may use. */
  private void addBroken(String iterator, Map<String, ValueType> iterators) {
    if (scope.variable(iterator).isEmpty()) {
      iterators.putIfAbsent(iterator, Simple.DYN);
    }
  }

  private Optional<CheckedExpression> checkList(ReadResource.Dimension dimension, Scope inList) {
    Optional<CheckedExpression> checked = check(dimension.list().expression(), inList);
    if (checked.isPresent() && !(checked.get().result() instanceof ListOf)) {
      if (isFollowOn(checked.get())) {
        return Optional.empty();
      }
      diagnostics.add(
          GRAPH_FOR_EACH,
          checked.get().parsed().source().span(),
          "`forEach` must run over a list, not " + checked.get().result().inWords(),
          checked.get().result() instanceof OptionalOf
              ? "give the optional list a value with `.orValue([])`"
              : "write an expression that yields a list, such as `${schema.spec.names}`");
      return Optional.empty();
    }
    return checked;
  }

  /** A scope without the iterators of a resource, unless something else has their names. */
  private static Scope without(ReadResource resource, Scope scope, String reason) {
    List<String> iterators =
        resource.definition().forEach().stream()
            .map(dimension -> dimension.name().value())
            .filter(iterator -> scope.variable(iterator).isEmpty())
            .toList();
    return iterators.isEmpty() ? scope : scope.without(iterators, reason);
  }

  private ValueType element(CheckedExpression list) {
    return list.result() instanceof ListOf of ? of.element() : Simple.DYN;
  }

  private List<AnalyzedField> checkFields(ReadResource resource, Scope inTemplate) {
    List<AnalyzedField> fields = new ArrayList<>();
    for (TemplateExpression field : resource.template()) {
      checkOmit(field, resource);
      Optional<CheckedExpression> checked = check(field.parsed(), inTemplate);
      checked.ifPresent(
          expression -> {
            checkFits(field, expression, resource);
            fields.add(new AnalyzedField(field.path(), field.text(), expression, field.schema()));
          });
    }
    return fields;
  }

  private void checkOmit(TemplateExpression field, ReadResource resource) {
    if (!field.parsed().usesOmit()) {
      return;
    }
    boolean namespaceNeeded =
        instanceScope == io.kro4j.compiler.schema.Scope.CLUSTER
            && resource.type().map(ResourceType::scope).orElse(null)
                == io.kro4j.compiler.schema.Scope.NAMESPACED;
    boolean identity =
        field.path().equals(FieldPath.METADATA_NAME)
            || (namespaceNeeded && field.path().equals(FieldPath.METADATA_NAMESPACE));
    if (!options.omitAllowed()) {
      diagnostics.add(
          EXPRESSION_OMIT_NOT_ALLOWED,
          field.parsed().source().span(),
          "`omit()` is switched off",
          "switch on the feature gate `CELOmitFunction`, here and in the runtime");
    } else if (identity) {
      diagnostics.add(
          EXPRESSION_OMIT_NOT_ALLOWED,
          field.parsed().source().span(),
          "`" + field.path() + "` cannot be omitted: an object needs it to be found again",
          "write an expression that always yields a value");
    }
  }

  private void checkFits(
      TemplateExpression field, CheckedExpression expression, ReadResource resource) {
    if (resource.type().isEmpty()) {
      return;
    }
    ValueType expected =
        ExpectedTypes.at(
            resource.id(),
            resource.type().get().schema(),
            !resource.definition().forEach().isEmpty(),
            field.path().steps());
    Optional<String> mismatch = Compatibility.explain(expression.result(), expected);
    mismatch.ifPresent(
        detail ->
            diagnostics.add(
                Diagnostic.of(
                        EXPRESSION_TYPE_MISMATCH,
                        expression.parsed().source().span(),
                        mismatch(field.path(), expected, expression.result(), detail))
                    .withHelp(Compatibility.help(expression.result(), expected))));
  }

  /** Names the two types, or what is wrong inside of them if that is where they differ. */
  private static String mismatch(
      FieldPath path, ValueType expected, ValueType actual, String detail) {
    return detail.startsWith("expected ")
        ? "`" + path + "` needs " + expected.inWords() + ", got " + actual.inWords()
        : "`" + path + "` does not take this value: " + detail;
  }

  private List<AnalyzedExpression> checkIncludeWhen(ReadResource resource) {
    List<AnalyzedExpression> checked = new ArrayList<>();
    Scope inCondition = without(resource, scope, IN_TEMPLATE_ONLY);
    for (ReadResource.Condition condition : resource.includeWhen()) {
      checkBoolean(condition, inCondition, "includeWhen").ifPresent(checked::add);
    }
    return checked;
  }

  private List<AnalyzedExpression> checkReadyWhen(ReadResource resource) {
    String itself = resource.definition().forEach().isEmpty() ? resource.id() : EACH;
    List<String> allowed =
        resource.isExternalCollection() ? List.of(resource.id(), EACH) : List.of(itself);
    Scope variables = allowed.contains(EACH) ? scope.with(Map.of(EACH, item(resource))) : scope;
    Scope inCondition = without(resource, variables, IN_TEMPLATE_ONLY);
    List<AnalyzedExpression> checked = new ArrayList<>();
    for (ReadResource.Condition condition : resource.readyWhen()) {
      rejectOthers(condition.expression(), allowed);
      checkBoolean(condition, inCondition, "readyWhen").ifPresent(checked::add);
    }
    return checked;
  }

  private static ValueType item(ReadResource resource) {
    return resource.type().map(type -> ValueTypes.of(EACH, type.schema())).orElse(Simple.DYN);
  }

  private void rejectOthers(ParsedExpression expression, List<String> allowed) {
    for (Reference reference : expression.references()) {
      if (!allowed.contains(reference.name()) && scope.variable(reference.name()).isPresent()) {
        diagnostics.add(
            GRAPH_CONDITION_REFERENCE,
            reference.spans().get(0),
            "`readyWhen` can read only `"
                + String.join("` and `", allowed)
                + "` here, not `"
                + reference.name()
                + "`",
            "readiness is about the resource itself; use `includeWhen` for conditions on others");
      }
    }
  }

  private Optional<AnalyzedExpression> checkBoolean(
      ReadResource.Condition condition, Scope in, String place) {
    Optional<CheckedExpression> checked = check(condition.expression(), in);
    if (checked.isPresent() && !isBoolean(checked.get().result())) {
      if (isFollowOn(checked.get())) {
        return Optional.empty();
      }
      diagnostics.add(
          GRAPH_CONDITION_TYPE,
          checked.get().parsed().source().span(),
          "`" + place + "` needs `bool`, got " + checked.get().result().inWords(),
          comparison(checked.get().result()));
      return Optional.empty();
    }
    return checked.map(expression -> new AnalyzedExpression(condition.source(), expression));
  }

  /** What is broken elsewhere stands for {@code dyn}: its readers are not to blame. */
  private boolean isFollowOn(CheckedExpression expression) {
    return expression.result() == Simple.DYN && (hasStandIns || diagnostics.hasErrors());
  }

  private static String comparison(ValueType type) {
    if (type == Simple.DYN) {
      return "convert it: `bool(...)`, or compare it with `==`";
    }
    if (type instanceof OptionalOf) {
      return "say what holds if there is no value, as in `... == optional.of('ready')`";
    }
    boolean number = type == Simple.INT || type == Simple.DOUBLE;
    return number
        ? "compare the value with another, as in `... > 0`"
        : "compare the value with another, as in `... == 'ready'`";
  }

  private static boolean isBoolean(ValueType type) {
    return type == Simple.BOOL
        || (type instanceof OptionalOf optional && optional.value() == Simple.BOOL);
  }

  private Optional<CheckedExpression> check(ParsedExpression expression, Scope in) {
    return diagnostics.collect(ExpressionChecker.check(expression, in)).value();
  }
}
