package io.kro4j.compiler.render;

import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rendering as plain JSON, for programs. */
public final class RenderingJson {
  private RenderingJson() {}

  /** The rendering; {@code format} changes when fields do. */
  public static Map<String, Object> of(Rendering rendering) {
    List<Object> nodes = new ArrayList<>();
    for (int level = 0; level < rendering.levels().size(); level++) {
      for (Rendering.RenderedNode node : rendering.levels().get(level)) {
        nodes.add(node(node, level + 1));
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "kro4j.io/rendering/v1");
    json.put("group", rendering.group());
    json.put("nodes", nodes);
    json.put("pruned", rendering.pruned());
    json.put("status", PlainJson.object(rendering.instance().get("status")));
    json.put("instance", rendering.instance());
    return json;
  }

  private static Map<String, Object> node(Rendering.RenderedNode node, int level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", node.id());
    json.put("level", (long) level);
    json.put("state", node.status().state().name());
    if (!node.status().reason().isEmpty()) {
      json.put("reason", node.status().reason());
    }
    if (!node.status().message().isEmpty()) {
      json.put("message", node.status().message());
    }
    json.put("manifests", node.manifests());
    return json;
  }
}
