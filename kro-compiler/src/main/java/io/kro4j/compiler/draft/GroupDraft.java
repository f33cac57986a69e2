package io.kro4j.compiler.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ResourceGroup whose instances, with nothing set, make the objects of given manifests under the
 * name of the instance. Names become those of the instance, references between the objects become
 * expressions, and what users usually set becomes fields of the schema.
 */
public final class GroupDraft {
  private static final Set<String> LABELS = Set.of("labels", "matchLabels", "selector");
  private static final String INSTANCE_NAME = "${schema.metadata.name}";

  private final List<Manifest> manifests;
  private final References references;
  private final LiftedFields lifted = new LiftedFields();
  private final String application;
  private Manifest current;

  private GroupDraft(List<Manifest> manifests) {
    this.manifests = manifests;
    this.references = new References(manifests);
    this.application = applicationOf(manifests);
    this.current = manifests.get(0);
  }

  /**
   * What the objects have in common in their names, up to a hyphen; the name of the first if that
   * is nothing.
   *
   * @param objects manifests as plain JSON; at least one
   */
  public static String application(List<Map<String, Object>> objects) {
    return applicationOf(Manifest.of(objects));
  }

  /**
   * Drafts a group.
   *
   * @param name what the new API is called
   * @param objects manifests as plain JSON, each with {@code kind} and {@code metadata.name}; at
   *     least one
   * @return the group as plain JSON, keys in order, ready to write
   */
  public static Map<String, Object> of(DraftName name, List<Map<String, Object>> objects) {
    return new GroupDraft(Manifest.of(objects)).group(name);
  }

  private static String applicationOf(List<Manifest> manifests) {
    String common = manifests.get(0).name();
    for (Manifest manifest : manifests) {
      while (!common.isEmpty() && !(manifest.name() + "-").startsWith(common + "-")) {
        common = common.substring(0, Math.max(0, common.lastIndexOf('-')));
      }
    }
    return common.isEmpty() ? manifests.get(0).name() : common;
  }

  private Map<String, Object> group(DraftName name) {
    List<Object> resources = new ArrayList<>();
    for (Manifest manifest : manifests) {
      current = manifest;
      Map<String, Object> resource = new LinkedHashMap<>();
      resource.put("id", manifest.id());
      resource.put("template", template(manifest));
      resources.add(resource);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("apiVersion", "v1alpha1");
    name.apiGroup().ifPresent(group -> schema.put("group", group));
    schema.put("kind", name.kind());
    schema.put("spec", lifted.declarations());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("schema", schema);
    spec.put("resources", resources);
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("apiVersion", "kro.run/v1alpha1");
    group.put("kind", "ResourceGroup");
    group.put("metadata", new LinkedHashMap<>(Map.of("name", name.group())));
    group.put("spec", spec);
    return group;
  }

  private Map<String, @Nullable Object> template(Manifest manifest) {
    Map<String, @Nullable Object> template = object("", manifest.object());
    Map<String, @Nullable Object> metadata = Manifest.at(template, "metadata");
    // The API server prescribes what a CRD is called.
    boolean isCrd = manifest.kind().equals("CustomResourceDefinition");
    metadata.put("name", isCrd ? manifest.name() : name(manifest.name()));
    template.put("metadata", metadata);
    return template;
  }

  private String name(String name) {
    if (name.equals(application)) {
      return INSTANCE_NAME;
    }
    String rest =
        name.startsWith(application + "-") ? name.substring(application.length()) : "-" + name;
    return INSTANCE_NAME + rest;
  }

  private Map<String, @Nullable Object> object(String parent, Map<?, ?> object) {
    Map<String, @Nullable Object> drafted = new LinkedHashMap<>();
    object.forEach((key, value) -> drafted.put((String) key, field(parent, object, (String) key)));
    return drafted;
  }

  private @Nullable Object field(String parent, Map<?, ?> object, String field) {
    @Nullable Object value = object.get(field);
    Optional<String> node = references.node(parent, object, field);
    if (node.isPresent() && !node.get().equals(current.id())) {
      return "${" + node.get() + ".metadata.name}";
    }
    if (LABELS.contains(parent) && application.equals(value)) {
      return INSTANCE_NAME;
    }
    Optional<String> name = lifted.lift(current.id(), parent, object, field);
    return name.isPresent() ? "${schema.spec." + name.get() + "}" : value(field, value);
  }

  private @Nullable Object value(String parent, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object(parent, object);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(value(parent, item)));
      return items;
    }
    return value instanceof String text ? text(parent, text) : value;
  }

  /** Text that looks like an expression is none. */
  private String text(String parent, String text) {
    Optional<String> host = parent.equals("hosts") ? lifted.liftHost(text) : Optional.empty();
    return host.map(name -> "${schema.spec." + name + "}")
        .orElseGet(() -> text.replace("${", "${\"${\"}"));
  }
}
