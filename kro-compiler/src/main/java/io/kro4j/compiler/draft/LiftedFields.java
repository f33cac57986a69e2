package io.kro4j.compiler.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that users of an application usually set, each with what the manifests have as its
 * default: images, replicas, hosts and storage.
 */
final class LiftedFields {
  private static final Map<String, String> NUMBERS =
      Map.of("replicas", "replicas", "minReplicas", "minReplicas", "maxReplicas", "maxReplicas");
  private static final Map<String, String> TEXTS =
      Map.of("image", "image", "host", "host", "storage", "storage");
  private static final Set<String> WITH_HOSTS = Set.of("rules", "tls", "spec");

  private final Names names = new Names(name -> false);
  private final Map<String, String> declarations = new LinkedHashMap<>();
  private final Map<String, String> hosts = new LinkedHashMap<>();

  /** The fields of the schema, in SimpleSchema, in the order in which they were met. */
  Map<String, String> declarations() {
    return declarations;
  }

  /**
   * Lifts a field if it is one of those.
   *
   * @param id the id of the node
   * @param parent the name of the field that holds the object, or the list of such objects
   * @param object the object with the field
   * @return the name of the field in the schema
   */
  Optional<String> lift(String id, String parent, Map<?, ?> object, String field) {
    @Nullable Object value = object.get(field);
    if (value instanceof Long number && parent.equals("spec") && NUMBERS.containsKey(field)) {
      String name = names.take(field, id + DraftName.capitalized(field));
      declarations.put(name, "integer | default=" + number);
      return Optional.of(name);
    }
    if (!(value instanceof String text) || !TEXTS.containsKey(field) || !isText(text)) {
      return Optional.empty();
    }
    return switch (field) {
      case "image" ->
          parent.endsWith("ontainers") ? Optional.of(image(id, object, text)) : Optional.empty();
      case "host" -> WITH_HOSTS.contains(parent) ? Optional.of(host(text)) : Optional.empty();
      default ->
          parent.equals("requests")
              ? Optional.of(declare(names.take(field, id + DraftName.capitalized(field)), text))
              : Optional.empty();
    };
  }

  /** Lifts an item of a list of hosts; the same host is the same field everywhere. */
  Optional<String> liftHost(String host) {
    return isText(host) ? Optional.of(host(host)) : Optional.empty();
  }

  private String image(String id, Map<?, ?> container, String text) {
    String name = container.get("name") instanceof String known ? DraftName.camelCase(known) : id;
    return declare(names.take("image", name + "Image"), text);
  }

  private String host(String text) {
    return hosts.computeIfAbsent(text, host -> declare(names.take("host", "host"), host));
  }

  private String declare(String name, String text) {
    declarations.put(name, "string | default=\"" + text + "\"");
    return name;
  }

  /** What needs no escapes in SimpleSchema; others are left to the author. */
  private static boolean isText(String text) {
    return !text.isEmpty()
        && text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == '$');
  }
}
