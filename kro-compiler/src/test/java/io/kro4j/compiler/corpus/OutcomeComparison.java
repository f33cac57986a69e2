package io.kro4j.compiler.corpus;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what we make of an accepted definition with what upstream made of it. */
final class OutcomeComparison {
  /** The fields that we add to every status; the author's own of that name win. */
  private static final Set<String> OUR_STATUS_FIELDS = Set.of("observedGeneration", "resources");

  private final CorpusCase theirs;
  private final List<String> differences = new ArrayList<>();

  OutcomeComparison(CorpusCase theirs) {
    this.theirs = theirs;
  }

  List<String> differences(CompiledGroup ours) {
    Object order = theirs.outcome().get("topologicalOrder");
    compare(
        "topological order",
        order == null ? List.of() : order,
        ours.graph().nodes().stream().map(Node::id).toList());
    compare("dependencies", sorted(theirs.outcome().get("dependencies")), dependencies(ours));
    Map<String, Object> crd = object(theirs.outcome().get("crd"));
    if (crd.isEmpty()) {
      return differences;
    }
    Map<String, Object> theirSpec = object(crd.get("spec"));
    Map<String, Object> ourSpec = object(ours.crd().json().get("spec"));
    compare("CRD name", crd.get("name"), ours.crd().name());
    compare("names", theirSpec.get("names"), ourSpec.get("names"));
    compare("group", theirSpec.get("group"), ourSpec.get("group"));
    compare("scope", theirSpec.get("scope"), ourSpec.get("scope"));
    Map<String, Object> theirVersion = version(theirSpec);
    Map<String, Object> ourVersion = version(ourSpec);
    compare("version", theirVersion.get("name"), ourVersion.get("name"));
    compare("subresources", theirVersion.get("subresources"), ourVersion.get("subresources"));
    compareColumns(theirVersion, ourVersion);
    compareTree("spec", properties(theirVersion).get("spec"), properties(ourVersion).get("spec"));
    compareStatus(
        object(properties(theirVersion).get("status")),
        object(properties(ourVersion).get("status")));
    return differences;
  }

  private void compareColumns(Map<String, Object> theirVersion, Map<String, Object> ourVersion) {
    compareTree(
        "printer columns",
        withoutDescriptions(theirVersion.get("additionalPrinterColumns")),
        withoutDescriptions(ourVersion.get("additionalPrinterColumns")));
  }

  private static List<Object> withoutDescriptions(@Nullable Object columns) {
    List<Object> plain = new ArrayList<>();
    if (columns instanceof List<?> list) {
      for (Object column : list) {
        Map<String, Object> copy = new LinkedHashMap<>(object(column));
        copy.remove("description");
        plain.add(copy);
      }
    }
    return plain;
  }

  private void compareStatus(Map<String, Object> theirStatus, Map<String, Object> ourStatus) {
    if (theirs.unstable()) {
      return;
    }
    Map<String, Object> ours = new LinkedHashMap<>(object(ourStatus.get("properties")));
    Map<String, Object> their = new LinkedHashMap<>(object(theirStatus.get("properties")));
    OUR_STATUS_FIELDS.stream().filter(name -> !their.containsKey(name)).forEach(ours::remove);
    compareConditions(object(their.remove("conditions")), object(ours.remove("conditions")));
    compareTree("status", their, ours);
  }

  /** We say more of conditions than upstream does, never less. */
  private void compareConditions(Map<String, Object> their, Map<String, Object> ours) {
    compare("status.conditions type", their.get("type"), ours.get("type"));
    Set<String> theirFields = object(object(their.get("items")).get("properties")).keySet();
    Set<String> ourFields = object(object(ours.get("items")).get("properties")).keySet();
    if (!ourFields.containsAll(theirFields)) {
      differences.add("status.conditions: upstream has " + theirFields + ", we have " + ourFields);
    }
  }

  private void compareTree(String path, @Nullable Object their, @Nullable Object ours) {
    if (their instanceof Map<?, ?> && ours instanceof Map<?, ?>) {
      Set<String> keys = new TreeSet<>(object(their).keySet());
      keys.addAll(object(ours).keySet());
      keys.forEach(
          key -> compareTree(path + "." + key, object(their).get(key), object(ours).get(key)));
    } else if (path.endsWith(".required")) {
      compare(path, sorted(their), sorted(ours));
    } else {
      compare(path, their, ours);
    }
  }

  private void compare(String what, @Nullable Object their, @Nullable Object ours) {
    if (!Objects.equals(normal(their), normal(ours))) {
      differences.add(what + ": upstream has " + their + ", we have " + ours);
    }
  }

  /** Whole doubles are integers in JSON. */
  private static @Nullable Object normal(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return number.longValue();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(normal(item)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, normal(item)));
      return copy;
    }
    return value;
  }

  private static Map<String, Object> dependencies(CompiledGroup group) {
    Map<String, Object> dependencies = new TreeMap<>();
    for (Node node : group.graph().nodes()) {
      if (!node.dependencies().isEmpty()) {
        dependencies.put(node.id(), sorted(node.dependencies()));
      }
    }
    return dependencies;
  }

  private static Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new TreeMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), sorted(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).sorted().toList();
    }
    return value == null ? Map.of() : value;
  }

  private static Map<String, Object> version(Map<String, Object> spec) {
    return spec.get("versions") instanceof List<?> versions && !versions.isEmpty()
        ? object(versions.get(0))
        : Map.of();
  }

  private static Map<String, Object> properties(Map<String, Object> version) {
    Map<String, Object> schema = object(object(version.get("schema")).get("openAPIV3Schema"));
    return object(schema.get("properties"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
