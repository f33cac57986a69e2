package io.kro4j.compiler.render;

import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.instance.NodeStatus;
import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rendering as a stream of YAML documents: the objects in the order in which they are applied,
 * then the instance with its status. Comments say which node an object belongs to, and what becomes
 * of the nodes that have none.
 */
public final class RenderingText {
  private final StringBuilder text = new StringBuilder();
  private final List<String> comments = new ArrayList<>();

  private RenderingText() {}

  /** The stream; ends with a line feed. */
  public static String of(Rendering rendering) {
    RenderingText writer = new RenderingText();
    writer.add(rendering);
    return writer.text.toString();
  }

  /** The objects that are applied, and no instance. */
  public static String manifests(Rendering rendering) {
    RenderingText writer = new RenderingText();
    writer.levels(rendering);
    writer.comments.forEach(comment -> writer.text.append("# ").append(comment).append('\n'));
    return writer.text.toString();
  }

  /** Whether a text begins as {@link #manifests} does; an empty one may. */
  public static boolean isManifests(String text) {
    return text.isEmpty() || text.startsWith("---\n# level 1\n") || text.startsWith("# level 1\n");
  }

  private void add(Rendering rendering) {
    Map<String, @Nullable Object> instance = rendering.instance();
    comments.add("group " + rendering.group() + ", instance " + name(instance));
    levels(rendering);
    for (Map<String, @Nullable Object> object : rendering.pruned()) {
      comments.add("deleted: " + name(object));
    }
    comments.add("instance");
    document(instance);
  }

  private void levels(Rendering rendering) {
    int level = 0;
    for (List<Rendering.RenderedNode> nodes : rendering.levels()) {
      level++;
      comments.add("level " + level);
      nodes.forEach(this::add);
    }
  }

  private void add(Rendering.RenderedNode node) {
    List<Map<String, @Nullable Object>> manifests = node.manifests();
    for (int i = 0; i < manifests.size(); i++) {
      String index = manifests.size() == 1 ? "" : "[" + i + "]";
      comments.add("node " + node.id() + index + ": " + words(node.status()));
      document(manifests.get(i));
    }
    if (manifests.isEmpty()) {
      comments.add("node " + node.id() + ": " + words(node.status()));
    }
  }

  private void document(Map<String, @Nullable Object> object) {
    text.append("---\n").append(YamlWriter.write(comments, List.of(object)));
    comments.clear();
  }

  /** The state of a node, and why it is no further. */
  static String words(NodeStatus status) {
    return status.message().isEmpty()
        ? status.state().name()
        : status.state().name() + ", " + status.message();
  }

  static String name(Map<String, ? extends @Nullable Object> object) {
    String name = String.valueOf(PlainJson.at(object, "metadata", "name"));
    return object.get("kind")
        + " "
        + PlainJson.text(PlainJson.at(object, "metadata", "namespace"))
            .map(namespace -> namespace + "/" + name)
            .orElse(name);
  }
}
