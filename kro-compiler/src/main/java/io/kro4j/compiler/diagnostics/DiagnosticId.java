package io.kro4j.compiler.diagnostics;

import java.util.Locale;

/**
 * Every finding the compiler can make: its stable id, by stage, and its usual severity. An id is
 * never used again for another meaning; each has a page {@code docs/diagnostics/<id>.md} and a
 * fixture that yields it.
 */
public enum DiagnosticId {
  // yaml: the file as YAML
  YAML_ENCODING("yaml.encoding"),
  YAML_SYNTAX("yaml.syntax"),
  YAML_DUPLICATE_KEY("yaml.duplicate-key", Severity.WARNING),
  YAML_CONVERTED_KEY("yaml.converted-key", Severity.WARNING),
  YAML_TOO_LARGE("yaml.too-large"),
  YAML_TOO_DEEP("yaml.too-deep"),
  YAML_ALIAS_EXPANSION("yaml.alias-expansion"),
  YAML_UNSUPPORTED_KEY("yaml.unsupported-key"),
  YAML_UNSUPPORTED_VALUE("yaml.unsupported-value"),

  // model: the document as a ResourceGroup
  MODEL_UNKNOWN_KIND("model.unknown-kind"),
  MODEL_UNKNOWN_FIELD("model.unknown-field", Severity.WARNING),
  MODEL_MISSING_FIELD("model.missing-field"),
  MODEL_WRONG_TYPE("model.wrong-type"),
  MODEL_INVALID_VALUE("model.invalid-value"),
  MODEL_OLD_SPELLING("model.old-spelling", Severity.WARNING),
  MODEL_DUPLICATE_GROUP("model.duplicate-group"),

  // schema: where the types of resources come from
  SCHEMA_UNKNOWN_TYPE("schema.unknown-type"),
  SCHEMA_INVALID_SOURCE("schema.invalid-source"),
  SCHEMA_GROUP_CYCLE("schema.group-cycle"),

  // lock: what the build is checked against, compared with what it was
  LOCK_INVALID_FILE("lock.invalid-file"),
  LOCK_NEWER_FORMAT("lock.newer-format"),
  LOCK_KUBERNETES("lock.kubernetes"),
  LOCK_ADDED("lock.added"),
  LOCK_MISSING("lock.missing"),
  LOCK_CHANGED("lock.changed"),

  // simpleschema: the author's schema of the new API
  SIMPLESCHEMA_UNKNOWN_TYPE("simpleschema.unknown-type"),
  SIMPLESCHEMA_INVALID_TYPE("simpleschema.invalid-type"),
  SIMPLESCHEMA_TOO_DEEP("simpleschema.too-deep"),
  SIMPLESCHEMA_CYCLE("simpleschema.cycle"),
  SIMPLESCHEMA_MARKER_SYNTAX("simpleschema.marker-syntax"),
  SIMPLESCHEMA_UNKNOWN_MARKER("simpleschema.unknown-marker"),
  SIMPLESCHEMA_MARKER_VALUE("simpleschema.marker-value"),
  SIMPLESCHEMA_MARKER_NOT_APPLICABLE("simpleschema.marker-not-applicable"),
  SIMPLESCHEMA_MARKER_CONFLICT("simpleschema.marker-conflict"),
  SIMPLESCHEMA_INVALID_DEFAULT("simpleschema.invalid-default"),

  // expression: one CEL expression
  EXPRESSION_SYNTAX("expression.syntax"),
  EXPRESSION_NESTED("expression.nested"),
  EXPRESSION_NOT_STANDALONE("expression.not-standalone"),
  EXPRESSION_UNTERMINATED("expression.unterminated", Severity.WARNING),
  EXPRESSION_UNKNOWN_IDENTIFIER("expression.unknown-identifier"),
  EXPRESSION_UNKNOWN_FUNCTION("expression.unknown-function"),
  EXPRESSION_UNKNOWN_FIELD("expression.unknown-field"),
  EXPRESSION_NO_OVERLOAD("expression.no-overload"),
  EXPRESSION_INVALID("expression.invalid"),
  EXPRESSION_TYPE_MISMATCH("expression.type-mismatch"),
  EXPRESSION_TOO_COMPLEX("expression.too-complex"),
  EXPRESSION_OMIT_NOT_ALLOWED("expression.omit-not-allowed"),
  EXPRESSION_RUNTIME_NOT_ALLOWED("expression.runtime-not-allowed"),
  EXPRESSION_UNGUARDED_OPTIONAL("expression.unguarded-optional", Severity.WARNING),

  // graph: resources and how they depend on each other
  GRAPH_INVALID_NAME("graph.invalid-name"),
  GRAPH_RESERVED_NAME("graph.reserved-name"),
  GRAPH_DUPLICATE_ID("graph.duplicate-id"),
  GRAPH_CYCLE("graph.cycle"),
  GRAPH_SELF_REFERENCE("graph.self-reference"),
  GRAPH_INVALID_TEMPLATE("graph.invalid-template"),
  GRAPH_UNKNOWN_FIELD("graph.unknown-field"),
  GRAPH_LITERAL_TYPE("graph.literal-type"),
  GRAPH_LITERAL_VALUE("graph.literal-value", Severity.WARNING),
  GRAPH_NAMESPACE("graph.namespace"),
  GRAPH_RESERVED_KEY("graph.reserved-key"),
  GRAPH_CONDITION_TYPE("graph.condition-type"),
  GRAPH_CONDITION_REFERENCE("graph.condition-reference"),
  GRAPH_FOR_EACH("graph.for-each"),
  GRAPH_CRD_EXPRESSION("graph.crd-expression"),

  // status: what the instance reports
  STATUS_LITERAL("status.literal"),
  STATUS_CONSTANT("status.constant"),
  STATUS_CONDITIONS("status.conditions"),
  STATUS_STATE("status.state", Severity.WARNING),

  // crd: the generated API
  CRD_NAME("crd.name"),
  CRD_METADATA("crd.metadata"),
  CRD_PRINTER_COLUMN("crd.printer-column"),
  CRD_STATUS_FIELD("crd.status-field", Severity.WARNING),
  CRD_INVALID_SCHEMA("crd.invalid-schema"),
  CRD_LARGE("crd.large", Severity.WARNING),
  CRD_TOO_LARGE("crd.too-large"),

  // lint: legal, and probably not meant
  LINT_REPLICAS_AUTOSCALED("lint.replicas-autoscaled", Severity.WARNING),
  LINT_DUPLICATE_OBJECT("lint.duplicate-object", Severity.WARNING),
  LINT_STATUS_WITHOUT_READY("lint.status-without-ready", Severity.WARNING),
  LINT_HARD_CODED_NAMESPACE("lint.hard-coded-namespace", Severity.WARNING),

  // suppression: comments that say that a finding is no news
  SUPPRESSION_INCOMPLETE("suppression.incomplete", Severity.WARNING),
  SUPPRESSION_UNKNOWN_ID("suppression.unknown-id", Severity.WARNING),
  SUPPRESSION_ERROR("suppression.error", Severity.WARNING),
  SUPPRESSION_UNUSED("suppression.unused", Severity.WARNING),

  // output: what is committed, compared with what comes out
  OUTPUT_MISSING("output.missing"),
  OUTPUT_STALE("output.stale"),
  OUTPUT_EDITED("output.edited"),
  OUTPUT_FOREIGN("output.foreign"),

  // glue: how modules of one build get to a cluster
  GLUE_SHARED_NAME("glue.shared-name", Severity.WARNING),

  // plan: what compiles now, compared with what compiled before
  PLAN_BREAKING_CHANGE("plan.breaking-change"),

  // admission: an instance against the schema of its API
  ADMISSION_UNKNOWN_FIELD("admission.unknown-field"),
  ADMISSION_MISSING_FIELD("admission.missing-field"),
  ADMISSION_WRONG_TYPE("admission.wrong-type"),
  ADMISSION_INVALID_VALUE("admission.invalid-value"),
  ADMISSION_METADATA("admission.metadata"),
  ADMISSION_RULE("admission.rule"),
  ADMISSION_UNCHECKED_RULE("admission.unchecked-rule", Severity.WARNING),

  // render: an instance and what is in the cluster
  RENDER_UNKNOWN_KIND("render.unknown-kind"),
  RENDER_INVALID_OBJECT("render.invalid-object"),
  RENDER_UNMATCHED_OBJECT("render.unmatched-object", Severity.WARNING),

  // suite: a test file
  SUITE_INVALID_FILE("suite.invalid-file"),
  SUITE_UNKNOWN_NAME("suite.unknown-name");

  private final String code;
  private final Severity severity;

  DiagnosticId(String code) {
    this(code, Severity.ERROR);
  }

  DiagnosticId(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The id as shown, {@code stage.what-is-wrong}. */
  public String code() {
    return code;
  }

  /** The severity unless the user sets another. */
  public Severity severity() {
    return severity;
  }

  /** The stage that finds it: the part of the id before the dot. */
  public String stage() {
    return code.substring(0, code.indexOf('.')).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return code;
  }
}
