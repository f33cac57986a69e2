package io.kro4j.compiler.admission;

import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_MISSING_FIELD;
import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_WRONG_TYPE;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.schema.FieldPath;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does to an instance what an API server does when it is created or updated: fills in defaults,
 * removes what the schema does not have, and checks the rest. Fields that are removed are errors,
 * as they are for kubectl.
 */
public final class Admission {
  private final InstanceApi api;

  /** What is done to instances of an API. */
  public Admission(InstanceApi api) {
    this.api = api;
  }

  /**
   * What becomes of an instance that is new.
   *
   * @param instance the instance as written, of the kind of the API
   * @param places where its fields stand
   * @return the instance as it would be stored, without what the server makes up, apart from a name
   *     where it is to be generated, and without status; also if there are errors, of which an API
   *     server would refuse it
   */
  public Checked<Map<String, @Nullable Object>> create(
      Map<String, ? extends @Nullable Object> instance, Places places) {
    return admit(instance, null, places);
  }

  /**
   * What becomes of an instance that is changed.
   *
   * @param instance the whole instance as it is to be
   * @param old the instance as it is stored
   * @param places where the fields of the new one stand
   */
  public Checked<Map<String, @Nullable Object>> update(
      Map<String, ? extends @Nullable Object> instance,
      Map<String, ? extends @Nullable Object> old,
      Places places) {
    return admit(instance, old, places);
  }

  private Checked<Map<String, @Nullable Object>> admit(
      Map<String, ? extends @Nullable Object> written,
      @Nullable Map<String, ? extends @Nullable Object> old,
      Places places) {
    Problems problems = new Problems(places, "the instance");
    Map<String, @Nullable Object> instance =
        JsonValues.object(Objects.requireNonNull(JsonValues.copy(written)));
    SchemaNode root = SchemaNode.root(api.schema());
    Defaulter.fill(instance, root);
    new Pruner(problems).prune(instance, root, FieldPath.ROOT);
    Defaulter.removeNulls(instance, root);
    instance.remove("status");
    new MetadataCheck(instance, FieldPath.ROOT, problems).check(api.type().scope());
    GeneratedName.fill(instance);
    ValueValidator validator = new ValueValidator(problems);
    validator.validate(instance, old, root, FieldPath.ROOT);
    if (!problems.has(ADMISSION_WRONG_TYPE) && !problems.has(ADMISSION_MISSING_FIELD)) {
      new RuleEvaluator(problems).evaluate(instance, old, true, root, FieldPath.ROOT);
    }
    return Checked.of(instance, problems.list());
  }
}
