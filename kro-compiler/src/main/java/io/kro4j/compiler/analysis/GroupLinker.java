package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.MODEL_DUPLICATE_GROUP;
import static io.kro4j.compiler.diagnostics.DiagnosticId.SCHEMA_GROUP_CYCLE;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Orders the groups of one run: a group that uses the API of another comes after it. Reports groups
 * of the same name or the same API, and groups that use each other in a circle.
 */
public final class GroupLinker {
  private final Diagnostics diagnostics;
  private final Map<String, ResourceGroup> groups = new LinkedHashMap<>();
  private final Map<GroupVersionKind, String> owners = new HashMap<>();
  private final Map<String, ResourceGroup> crds = new HashMap<>();

  private GroupLinker(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The groups in layers: each group uses only APIs of earlier layers. Groups that have been
   * reported are left out.
   *
   * @param found all groups of the run, in the order of files and places
   * @param diagnostics where to report
   */
  public static List<List<ResourceGroup>> layers(
      List<ResourceGroup> found, Diagnostics diagnostics) {
    GroupLinker linker = new GroupLinker(diagnostics);
    found.forEach(linker::add);
    return linker.layers();
  }

  private void add(ResourceGroup group) {
    ResourceGroup sameName = groups.get(group.name().value());
    if (sameName != null) {
      reportDuplicate(
          group.name(), "group `" + group.name().value() + "` is defined twice", sameName.name());
      return;
    }
    ResourceGroup owner = crds.putIfAbsent(crd(group), group);
    if (owner != null) {
      reportDuplicate(
          group.schema().kind(),
          "kind `"
              + group.schema().kind().value()
              + "` of `"
              + api(group).group()
              + "` is defined twice",
          owner.schema().kind());
      return;
    }
    owners.put(api(group), group.name().value());
    groups.put(group.name().value(), group);
  }

  /** Names the CRD of a group: versions of one kind share it, and names ignore letter case. */
  private static String crd(ResourceGroup group) {
    return api(group).kind().toLowerCase(Locale.ROOT) + "." + api(group).group();
  }

  private void reportDuplicate(MappedText name, String message, MappedText first) {
    diagnostics.add(
        Diagnostic.of(MODEL_DUPLICATE_GROUP, name.span(), message)
            .withRelated("first defined here", first.span())
            .withHelp("rename one of them or remove it"));
  }

  private static GroupVersionKind api(ResourceGroup group) {
    SchemaDefinition schema = group.schema();
    return new GroupVersionKind(
        schema.group().value(), schema.apiVersion().value(), schema.kind().value());
  }

  private List<List<ResourceGroup>> layers() {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    groups.forEach((name, group) -> uses.put(name, usedGroups(group)));
    List<List<String>> cycles = TopologicalOrder.cycles(uses);
    while (!cycles.isEmpty()) {
      cycles.forEach(cycle -> reportCycle(cycle, uses));
      cycles = TopologicalOrder.cycles(uses);
    }
    Map<String, Integer> depth = new LinkedHashMap<>();
    List<List<ResourceGroup>> layers = new ArrayList<>();
    for (String name : TopologicalOrder.of(uses)) {
      int layer =
          uses.getOrDefault(name, Set.of()).stream()
              .mapToInt(used -> depth.getOrDefault(used, 0) + 1)
              .max()
              .orElse(0);
      depth.put(name, layer);
      if (layer == layers.size()) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(group(name));
    }
    return layers;
  }

  /** Reports a cycle, and takes its groups out of the run and out of what others use. */
  private void reportCycle(List<String> cycle, Map<String, Set<String>> uses) {
    Set<String> members = new LinkedHashSet<>(cycle);
    Diagnostic found =
        Diagnostic.of(
                SCHEMA_GROUP_CYCLE,
                use(cycle.get(0), cycle.get(1)),
                members.size() == 1
                    ? "group `" + cycle.get(0) + "` creates instances of itself"
                    : "groups create instances of each other in a circle: `"
                        + String.join("` → `", cycle)
                        + "`")
            .withHelp("an instance would create others without end; remove one of the resources");
    for (int i = 1; i < cycle.size() - 1; i++) {
      found =
          found.withRelated(
              "`" + cycle.get(i) + "` uses `" + cycle.get(i + 1) + "` here",
              use(cycle.get(i), cycle.get(i + 1)));
    }
    diagnostics.add(found);
    members.forEach(uses::remove);
    uses.values().forEach(used -> used.removeAll(members));
  }

  private ResourceGroup group(String name) {
    return Objects.requireNonNull(groups.get(name));
  }

  private Set<String> usedGroups(ResourceGroup group) {
    Set<String> used = new LinkedHashSet<>();
    group.resources().stream()
        .flatMap(resource -> type(resource).stream())
        .map(owners::get)
        .filter(Objects::nonNull)
        .forEach(used::add);
    return used;
  }

  /** Where a group names the kind of another. */
  private Span use(String user, String used) {
    return group(user).resources().stream()
        .filter(resource -> type(resource).map(owners::get).filter(used::equals).isPresent())
        .flatMap(resource -> resource.body().object().get("kind").stream())
        .map(YamlValue::span)
        .findFirst()
        .orElseGet(() -> group(user).name().span());
  }

  private static Optional<GroupVersionKind> type(ResourceDefinition resource) {
    return text(resource, "apiVersion")
        .flatMap(version -> text(resource, "kind").map(kind -> GroupVersionKind.of(version, kind)));
  }

  private static Optional<String> text(ResourceDefinition resource, String field) {
    return resource
        .body()
        .object()
        .get(field)
        .filter(YamlValue.Text.class::isInstance)
        .map(value -> ((YamlValue.Text) value).text().value());
  }
}
