package io.kro4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a path is what CEL's checker says about it, fields unknown or not. */
class PathTypesTest {
  private static final List<String> NAMES =
      List.of(
          "metadata",
          "spec",
          "status",
          "name",
          "namespace",
          "__namespace__",
          "my__dash__label",
          "my_label",
          "__dash__",
          "replicas",
          "ratio",
          "port",
          "tags",
          "env",
          "extra",
          "known",
          "started",
          "secret",
          "items",
          "data",
          "conditions",
          "protobuf",
          "Timestamp",
          "Quantity");

  private static final Map<String, ValueType> ODD = odd();

  @Test
  void typesAreThoseOfCel() {
    Scope scope = Schemas.scope().with(ODD).without(List.of("hidden"), "it is hidden");
    int known = 0;
    for (String path : paths(scope)) {
      ParsedExpression parsed = Expressions.parsed("${" + path + "}");
      Optional<ValueType> type = PathTypes.of(parsed.tree().getExpr(), scope);
      known += type.isPresent() ? 1 : 0;

      assertThat(show(ExpressionChecker.check(parsed, scope)))
          .as(path)
          .isEqualTo(show(ExpressionChecker.checkWithCel(parsed, scope)));
    }
    assertThat(known).isGreaterThan(700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-${schema.spec.name}",
        "${web.metadata.name}-${schema.metadata.name}-é",
        "${schema.spec.name + '-' + web.metadata.name}",
        "${schema.spec.name + (\"-\" + web.metadata.labels.app)}",
        "${\"text\"}",
        "${'a' + schema.spec.replicas}",
        "${1 + schema.spec.replicas}",
        "x${any}",
        "x${int}",
        "x${schema.spec.nmae}",
        "x${hidden}${nothing.at.all}",
        "x${schema.spec.tags[0]}",
        "x${schema.spec.name.size()}"
      })
  void textsAreThoseOfCel(String text) {
    Scope scope = Schemas.scope().with(ODD).without(List.of("hidden"), "it is hidden");
    ParsedExpression parsed = Expressions.parsed(text);

    assertThat(show(ExpressionChecker.check(parsed, scope)))
        .isEqualTo(show(ExpressionChecker.checkWithCel(parsed, scope)));
  }

  @Test
  void textsOfPathsAreTyped() {
    for (String text : List.of("a-${schema.spec.name}", "${web.metadata.name + '-' + 'x'}")) {
      assertThat(PathTypes.of(Expressions.parsed(text).tree().getExpr(), Schemas.scope()))
          .as(text)
          .contains(Simple.TEXT);
    }
  }

  @Test
  void whatIsNoPathIsLeftToCel() {
    for (String text : List.of("has(web.data)", "web.?data", "web['data']", ".web", "web{}")) {
      assertThat(
              PathTypes.of(Expressions.parsed("${" + text + "}").tree().getExpr(), Schemas.scope()))
          .as(text)
          .isEmpty();
    }
  }

  private static List<String> paths(Scope scope) {
    List<String> paths = new ArrayList<>(scope.names());
    paths.addAll(List.of("nothing", "hidden", "double", "kubernetes"));
    List<String> longer = new ArrayList<>();
    paths.forEach(path -> NAMES.forEach(name -> longer.add(path + "." + name)));
    paths.addAll(longer);
    longer.forEach(path -> NAMES.forEach(name -> paths.add(path + "." + name)));
    NAMES.forEach(name -> NAMES.forEach(more -> paths.add("schema.spec." + name + "." + more)));
    return paths;
  }

  private static String show(Checked<CheckedExpression> checked) {
    List<Object> shown = new ArrayList<>(checked.diagnostics());
    checked.value().ifPresent(e -> shown.addAll(List.of(e.result(), e.reads(), e.conversions())));
    return shown.toString();
  }

  private static Map<String, ValueType> odd() {
    Map<String, ValueType> variables = new LinkedHashMap<>();
    variables.put("any", Simple.DYN);
    variables.put("int", Simple.TEXT);
    variables.put("google", Simple.DYN);
    variables.put("amount", new Opaque("kubernetes.Quantity"));
    variables.put("amounts", new MapOf(Simple.TEXT, new ListOf(new Opaque("type(int)"))));
    variables.put("numbers", new MapOf(Simple.INT, Simple.DURATION));
    variables.put("perhaps", new OptionalOf(Simple.TEXT));
    variables.put("hidden", Simple.TEXT);
    variables.put("__type_schema", Simple.TEXT);
    return variables;
  }
}
