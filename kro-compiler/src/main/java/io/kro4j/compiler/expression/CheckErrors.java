package io.kro4j.compiler.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Quoted;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.expression.ValueType.Struct;
import io.kro4j.compiler.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the findings of CEL's type checker into plain words, each at the name or operator that is
 * wrong. The checker has no codes, so its messages are told apart by their text; one that is not
 * known is passed on as it is.
 */
final class CheckErrors {
  /** More names than that nobody reads. */
  private static final int MOST_LISTED = 12;

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)' .*");
  private static final Pattern FIELD = Pattern.compile("undefined field '(.*)'");
  private static final Pattern NO_FIELDS =
      Pattern.compile("type '(.*)' does not support field selection");
  private static final Pattern RANGE =
      Pattern.compile("expression of type '(.*)' cannot be range of a comprehension .*");
  private static final Pattern WRONG_TYPE =
      Pattern.compile("expected type '(.*)' but found '(.*)'");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '(.*?)' applied to '(.*?)'.*");

  private static final Pattern NO_TYPE = Pattern.compile("'(.*)' is not a (?:message )?type");

  /** Said of each field of an object whose type is reported already. */
  private static final String AFTER_UNKNOWN_TYPE = "Message type resolution failure";

  /** The type of an operand that is reported already. */
  private static final String REPORTED_TYPE = "*error*";

  private final ParsedExpression parsed;
  private final Scope scope;
  private final TypeBridge types;
  private final SyntaxPlaces places;
  private final Map<Long, CelExpr> nodes = new HashMap<>();

  CheckErrors(ParsedExpression parsed, Scope scope, TypeBridge types) {
    this.parsed = parsed;
    this.scope = scope;
    this.types = types;
    this.places = new SyntaxPlaces(parsed.tree(), parsed.source());
    CelNavigableAst.fromAst(parsed.tree())
        .getRoot()
        .allNodes()
        .forEach(node -> nodes.put(node.id(), node.expr()));
  }

  /** One diagnostic for each finding, without repetitions. */
  List<Diagnostic> explain(Collection<CelIssue> issues) {
    Set<Diagnostic> found = new LinkedHashSet<>();
    issues.stream()
        .filter(issue -> !followsAnother(issue.getMessage()))
        .forEach(issue -> found.add(explain(issue)));
    List<Diagnostic> news = NamesWithoutMeaning.leaveOut(found, nodes.values(), scope, places);
    return news.isEmpty() ? List.copyOf(found) : news;
  }

  private static boolean followsAnother(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    return message.startsWith(AFTER_UNKNOWN_TYPE)
        || (overload.matches() && overload.group(2).contains(REPORTED_TYPE));
  }

  private Diagnostic explain(CelIssue issue) {
    String message = issue.getMessage();
    Optional<CelExpr> node = Optional.ofNullable(nodes.get(issue.getExprId()));
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches() && node.isPresent()) {
      return undeclared(undeclared.group(1), node.get());
    }
    Matcher field = FIELD.matcher(message);
    if (field.matches() && node.isPresent()) {
      return unknownField(field.group(1), places.field(node.get()));
    }
    Matcher noFields = NO_FIELDS.matcher(message);
    if (noFields.matches() && node.isPresent()) {
      return noFields(noFields.group(1), node.get());
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches() && node.isPresent()) {
      return OverloadErrors.explain(node.get(), TypeLists.split(overload.group(2)), places);
    }
    Matcher range = RANGE.matcher(message);
    if (range.matches() && node.isPresent()) {
      return range(range.group(1), places.path(node.get().comprehension().iterRange()));
    }
    Span token = SyntaxPlaces.token(parsed.source(), issue.getSourceLocation());
    return rest(message, node.map(places::path).orElse(token));
  }

  private Diagnostic undeclared(String name, CelExpr node) {
    if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
      return unknownFunction(node);
    }
    Span span = places.token(node.id());
    Optional<String> refusal = scope.refusal(name);
    if (refusal.isPresent()) {
      return Diagnostic.of(
          DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER,
          span,
          "`" + name + "` cannot be used here: " + refusal.get());
    }
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER, span, "nothing is called `" + name + "`")
        .withHelp(
            Suggestions.didYouMean(name, scope.names())
                .or(() -> fieldOfSchema(name))
                .or(() -> Optional.of("available here: " + listed(scope.names()))));
  }

  /** People leave out the {@code schema} before a field of the instance. */
  private Optional<String> fieldOfSchema(String name) {
    return scope
        .variable("schema")
        .filter(type -> type instanceof Struct schema && schema.fieldNames().contains(name))
        .map(schema -> "write `schema." + name + "`");
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "nothing" : Quoted.some(names);
  }

  private Diagnostic unknownFunction(CelExpr call) {
    String name = call.call().function();
    Set<String> functions = Cel.environment(scope.language()).functionNames();
    Optional<String> library = call.call().target().flatMap(DottedNames::of);
    String full =
        library
            .filter(prefix -> NamesWithoutMeaning.isLibrary(prefix, scope))
            .map(prefix -> prefix + "." + name)
            .orElse(name);
    boolean macro = Cel.macroNames().contains(full);
    String message =
        macro ? "`" + full + "` is not called like this" : "there is no function `" + full + "`";
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_FUNCTION, places.function(call.id()), message)
        .withHelp(
            macro
                ? Optional.of("it goes over a list or a map, as in `list.map(item, item.name)`")
                : OtherLanguages.function(name).or(() -> Suggestions.didYouMean(full, functions)));
  }

  private Diagnostic unknownField(String field, Span span) {
    Optional<Struct> struct = types.pollUnknown(field);
    String owner =
        struct
            .map(Struct::name)
            .map(name -> name.substring(ValueTypes.typeName("").length()).replace(".@idx", "[]"))
            .map(name -> "`" + name.replace(".@elem", "[]") + "`")
            .orElse("this object");
    List<String> fields = struct.map(Struct::fieldNames).orElse(List.of());
    Optional<String> escaped = FieldNames.escape(field).filter(fields::contains);
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_FIELD, span, owner + " has no field `" + field + "`")
        .withHelp(
            escaped
                .map(name -> "write `" + name + "`")
                .or(() -> Suggestions.didYouMean(field, fields))
                .or(() -> someOf(fields)));
  }

  /** The fields there are, if they are few enough to read. */
  private static Optional<String> someOf(List<String> fields) {
    if (fields.isEmpty()) {
      return Optional.of("its schema declares no fields");
    }
    return fields.size() > MOST_LISTED
        ? Optional.empty()
        : Optional.of("its fields are " + listed(fields));
  }

  private Diagnostic noFields(String type, CelExpr node) {
    String field = FieldSelections.fieldOf(node).orElse("");
    boolean list = type.startsWith("list(");
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_FIELD,
            places.field(node),
            (list ? "a list" : TypeWords.of(type)) + " has no field `" + field + "`")
        .withHelp(
            OtherLanguages.field(field)
                .or(
                    () ->
                        list
                            ? Optional.of(
                                "take one item, as in `list[0]`, or all, as in"
                                    + " `list.map(item, item."
                                    + field
                                    + ")`")
                            : Optional.empty()));
  }

  private static Diagnostic range(String type, Span place) {
    boolean object = type.startsWith(ValueTypes.typeName(""));
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_NO_OVERLOAD,
            place,
            "only a list or a map has items to go over, and this is " + TypeWords.of(type))
        .withHelp(
            object
                ? Optional.of("to go over the fields of an object, write `dyn(object)`")
                : Optional.empty());
  }

  private static Diagnostic rest(String message, Span place) {
    Matcher wrong = WRONG_TYPE.matcher(message);
    if (wrong.matches()) {
      return Diagnostic.of(
          DiagnosticId.EXPRESSION_TYPE_MISMATCH,
          place,
          "expected " + TypeWords.of(wrong.group(1)) + ", got " + TypeWords.of(wrong.group(2)));
    }
    Matcher noType = NO_TYPE.matcher(message);
    if (noType.matches()) {
      String type = noType.group(1).replace(ValueTypes.typeName(""), "");
      return Diagnostic.of(
              DiagnosticId.EXPRESSION_INVALID, place, "`" + type + "` makes no objects")
          .withHelp("write a map instead: `{'key': value}`");
    }
    return Diagnostic.of(DiagnosticId.EXPRESSION_INVALID, place, message);
  }
}
