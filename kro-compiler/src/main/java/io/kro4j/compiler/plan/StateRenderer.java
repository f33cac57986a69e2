package io.kro4j.compiler.plan;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.admission.Admission;
import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.admission.Places;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.render.InstanceRenderer;
import io.kro4j.compiler.render.RenderOptions;
import io.kro4j.compiler.render.RenderingText;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.SchemaCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders instances as the runtime would in one of the states. */
final class StateRenderer {
  /** What the runtime would write into labels; the same in both states. */
  private static final String VERSION = "plan";

  private final Map<GroupVersionKind, CompiledGroup> groups = new HashMap<>();
  private final Map<GroupVersionKind, Admission> admissions = new HashMap<>();
  private final Map<GroupVersionKind, InstanceRenderer> renderers = new HashMap<>();
  private final SchemaCatalog catalog;

  StateRenderer(PlanState state, SchemaCatalog catalog) {
    state.groups().forEach(group -> groups.put(group.graph().api().gvk(), group));
    this.catalog = catalog;
  }

  /**
   * What becomes of an instance.
   *
   * @param stored the instance as an API server stores it; empty if it refuses it
   * @param manifests the objects that are applied for it, as text; empty without them
   * @param problems why it is refused
   */
  record Result(
      Optional<Map<String, @Nullable Object>> stored,
      String manifests,
      List<InstancePlan.Problem> problems) {
    static final Result NOTHING = new Result(Optional.empty(), "", List.of());
  }

  /**
   * Renders an instance.
   *
   * @param old the instance as it is stored; empty if it is new
   */
  Result render(FoundInstance instance, Optional<Map<String, @Nullable Object>> old) {
    GroupVersionKind gvk = instance.gvk();
    CompiledGroup group = groups.get(gvk);
    if (group == null) {
      InstancePlan.Problem problem =
          new InstancePlan.Problem(
              "no group defines `" + gvk + "`", "api-not-served", instance.object().start());
      return new Result(Optional.empty(), "", List.of(problem));
    }
    List<InstancePlan.Problem> problems = new ArrayList<>();
    Optional<Map<String, @Nullable Object>> stored = admit(group, instance, old, problems);
    String manifests =
        stored
            .map(json -> RenderingText.manifests(renderer(group).render(json, List.of())))
            .orElse("");
    return new Result(stored, manifests, problems);
  }

  /**
   * What an API server stores. It takes a value that it would refuse of a new instance if an old
   * one has it already; a cluster that is set up anew does not, so that this is a problem all the
   * same.
   */
  private Optional<Map<String, @Nullable Object>> admit(
      CompiledGroup group,
      FoundInstance instance,
      Optional<Map<String, @Nullable Object>> old,
      List<InstancePlan.Problem> problems) {
    Admission admission =
        admissions.computeIfAbsent(
            instance.gvk(),
            gvk -> new Admission(InstanceApi.of(group.graph().api(), group.crd().json())));
    Map<String, @Nullable Object> json = instance.object().toJson();
    Places places = Places.of(instance.object());
    Checked<Map<String, @Nullable Object>> created = admission.create(json, places);
    Checked<Map<String, @Nullable Object>> admitted =
        old.map(stored -> admission.update(json, stored, places)).orElse(created);
    Stream.concat(created.diagnostics().stream(), admitted.diagnostics().stream())
        .filter(Diagnostic::isError)
        .map(InstancePlan.Problem::of)
        .distinct()
        .forEach(problems::add);
    return admitted.hasErrors() ? Optional.empty() : admitted.value();
  }

  private InstanceRenderer renderer(CompiledGroup group) {
    return renderers.computeIfAbsent(
        group.graph().api().gvk(),
        gvk -> new InstanceRenderer(group.graph(), catalog, RenderOptions.of(true, VERSION)));
  }
}
