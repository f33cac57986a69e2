package io.kro4j.compiler.expression.library;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.CelTypes;
import dev.cel.compiler.CelCompilerFactory;
import io.kro4j.compiler.expression.kubernetes.KubernetesLibraries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One test of the CEL specification.
 *
 * @param file the file without its ending
 * @param section the section in the file
 * @param json the test as the file has it
 */
record SpecCase(String file, String section, Map<?, ?> json) {
  private static final CelEnvironment CEL = CelEnvironment.with(KubernetesLibraries.ALL);
  private static final CelTypeProvider NO_TYPES =
      CelCompilerFactory.standardCelCheckerBuilder().build().getTypeProvider();

  /** Messages, their wrappers and enums; the two that have types of their own are CEL's. */
  private static final Pattern PROTOCOL_BUFFERS =
      Pattern.compile(
          "cel\\.expr\\.conformance|TestAllTypes|GlobalEnum|NestedEnum"
              + "|google\\.protobuf\\.(?!Timestamp|Duration)|google\\.protobuf\\.\\w+ *\\{");

  /** The test's place, unique. */
  String id() {
    return file + "/" + section + "/" + json.get("name");
  }

  /** Whether the test is about something that kro's objects never hold. */
  boolean protocolBuffers() {
    return PROTOCOL_BUFFERS.matcher(json.toString()).find();
  }

  /** What went other than the test wants, or empty. */
  Optional<String> run() {
    String wanted = wanted();
    String outcome = outcome(json.containsKey("typedResult"));
    boolean same = wanted.equals("!error") ? outcome.startsWith("!") : wanted.equals(outcome);
    return same ? Optional.empty() : Optional.of(wanted + ", not " + outcome);
  }

  private String wanted() {
    if (json.containsKey("evalError") || json.containsKey("anyEvalErrors")) {
      return "!error";
    }
    if (json.get("typedResult") instanceof Map<?, ?> typed) {
      String type = CelTypes.format(SpecValues.type((Map<?, ?>) typed.get("deducedType")));
      return typed.get("result") instanceof Map<?, ?> value && !checkOnly()
          ? type + " " + Shown.of(SpecValues.value(value))
          : type;
    }
    return json.get("value") instanceof Map<?, ?> value
        ? Shown.of(SpecValues.value(value))
        : "true";
  }

  private boolean checkOnly() {
    return Boolean.TRUE.equals(json.get("checkOnly"));
  }

  private String outcome(boolean typed) {
    try {
      CelValidationResult parsed = CEL.parse((String) json.get("expr"));
      if (parsed.hasError()) {
        return "!parse " + parsed.getErrorString();
      }
      if (Boolean.TRUE.equals(json.get("disableCheck"))) {
        return evaluate(parsed.getAst());
      }
      CelValidationResult checked = CEL.check(parsed.getAst(), variables(), NO_TYPES);
      if (checked.hasError()) {
        return "!check " + checked.getErrorString();
      }
      String type = typed ? CelTypes.format(checked.getAst().getResultType()) : "";
      String value = checkOnly() ? "" : evaluate(checked.getAst());
      return (type + " " + value).trim();
    } catch (CelValidationException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, CelType> variables() {
    Map<String, CelType> variables = new LinkedHashMap<>();
    for (Object declaration : SpecValues.items(json, "typeEnv")) {
      Map<?, ?> fields = (Map<?, ?>) declaration;
      if (fields.get("ident") instanceof Map<?, ?> ident) {
        variables.put((String) fields.get("name"), SpecValues.type((Map<?, ?>) ident.get("type")));
      }
    }
    return variables;
  }

  private String evaluate(CelAbstractSyntaxTree ast) {
    Evaluation evaluation;
    try {
      evaluation = CEL.plan(ast).evaluate(bindings());
    } catch (IllegalArgumentException e) {
      return "!plan " + e.getMessage();
    }
    return evaluation instanceof Evaluation.Value result
        ? Shown.of(result.value())
        : "!" + evaluation;
  }

  private Map<String, Object> bindings() {
    Map<String, Object> bindings = new LinkedHashMap<>();
    if (json.get("bindings") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) ->
              bindings.put(
                  (String) name,
                  SpecValues.value(
                      (Map<?, ?>) ((Map<?, ?>) Objects.requireNonNull(value)).get("value"))));
    }
    return bindings;
  }

  /** All tests of a file. */
  static List<SpecCase> of(Map<?, ?> file) {
    return SpecValues.items(file, "section").stream()
        .map(section -> (Map<?, ?>) section)
        .flatMap(
            section ->
                SpecValues.items(section, "test").stream()
                    .map(
                        test ->
                            new SpecCase(
                                (String) file.get("name"),
                                (String) section.get("name"),
                                (Map<?, ?>) test)))
        .toList();
  }
}
