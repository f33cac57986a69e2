package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CompiledGraphWriter} wrote, from a file or from a cluster. Whatever comes in,
 * the outcome is a value: an object that is no compiled graph, is damaged, was edited, or is too
 * deep or too large is rejected with the first reason found.
 */
public final class CompiledGraphReader {
  private CompiledGraphReader() {}

  /**
   * Reads an object.
   *
   * @param object a whole {@code CompiledGraph} object as plain JSON; its status and all metadata
   *     but the name are ignored
   */
  public static ReadGraph read(Map<String, ? extends @Nullable Object> object) {
    try {
      return new ReadGraph.Accepted(compiled(ObjectReader.of("", object)));
    } catch (InvalidArtifactException e) {
      return e.rejection();
    }
  }

  private static CompiledGraph compiled(ObjectReader object) throws InvalidArtifactException {
    expect(object, "apiVersion", CompiledGraph.API_VERSION);
    expect(object, "kind", CompiledGraph.KIND);
    String name = object.object("metadata").text("name");
    ObjectReader spec = object.object("spec");
    checkFormat(spec);
    JsonBounds.check("spec", object.raw("spec"));
    checkDigest(name, spec);
    spec.only(
        "formatVersion",
        "digest",
        "source",
        "crd",
        "api",
        "requiredTypes",
        "nodes",
        "status",
        "controller");
    ResourceGraph graph = graph(name, spec);
    checkDerived(graph, spec);
    return new CompiledGraph(
        graph,
        spec.object("source").only("digest").digest("digest"),
        spec.object("crd").only("name", "digest").digest("digest"));
  }

  private static void expect(ObjectReader object, String field, String value)
      throws InvalidArtifactException {
    if (!object.text(field).equals(value)) {
      throw InvalidArtifactException.invalid(field, "is not `" + value + "`");
    }
  }

  private static void checkFormat(ObjectReader spec) throws InvalidArtifactException {
    int version = spec.positive("formatVersion");
    if (version != CompiledGraph.FORMAT_VERSION) {
      throw new InvalidArtifactException(
          ReadGraph.Reason.UNSUPPORTED_FORMAT,
          spec.path("formatVersion"),
          "is "
              + version
              + ", and this release reads "
              + CompiledGraph.FORMAT_VERSION
              + "; compile again with the release that runs in the cluster");
    }
  }

  private static void checkDigest(String name, ObjectReader spec) throws InvalidArtifactException {
    if (!spec.digest("digest").equals(CompiledGraphWriter.digest(name, spec.copy()))) {
      throw new InvalidArtifactException(
          ReadGraph.Reason.DIGEST_MISMATCH,
          spec.path("digest"),
          "does not match the content, so the object was changed after it was compiled");
    }
  }

  /** What the format repeats for its readers must agree with what it is derived from. */
  private static void checkDerived(ResourceGraph graph, ObjectReader spec)
      throws InvalidArtifactException {
    ObjectReader crd = spec.object("crd");
    if (!crd.text("name").equals(graph.api().crdName())) {
      throw InvalidArtifactException.invalid(crd.path("name"), "is not the CRD of `spec.api`");
    }
    List<ApiType> required = new ArrayList<>();
    for (ObjectReader type : spec.objects("requiredTypes")) {
      required.add(type(type.only("apiVersion", "kind", "plural", "scope")));
    }
    if (!required.equals(graph.requiredTypes())) {
      throw InvalidArtifactException.invalid(
          spec.path("requiredTypes"), "does not list the types of the nodes");
    }
  }

  private static ResourceGraph graph(String name, ObjectReader spec)
      throws InvalidArtifactException {
    ObjectReader api = spec.object("api").only("apiVersion", "kind", "plural", "scope");
    List<Node> nodes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (ObjectReader node : spec.objects("nodes")) {
      nodes.add(node(node, ids));
    }
    ObjectReader status = spec.objectOrEmpty("status").only("fields", "conditions", "expressions");
    TemplateReader templates = TemplateReader.of(status.objects("expressions"));
    return new ResourceGraph(
        name,
        type(api),
        nodes,
        templates.fields(status, "fields"),
        templates.expressions(status, "conditions"),
        settings(spec.objectOrEmpty("controller")));
  }

  private static ApiType type(ObjectReader object) throws InvalidArtifactException {
    String scope = object.text("scope");
    for (Scope known : Scope.values()) {
      if (known.text().equals(scope)) {
        GroupVersionKind gvk = GroupVersionKind.of(object.text("apiVersion"), object.text("kind"));
        return new ApiType(gvk, object.text("plural"), known);
      }
    }
    throw InvalidArtifactException.invalid(object.path("scope"), "is not a scope");
  }

  /**
   * Reads one node.
   *
   * @param ids the ids of the nodes before it; gains its own
   */
  private static Node node(ObjectReader node, Set<String> ids) throws InvalidArtifactException {
    NodeType type =
        NodeType.of(node.text("type"))
            .orElseThrow(
                () -> InvalidArtifactException.invalid(node.path("type"), "is not a type of node"));
    node.only(
        "id",
        "type",
        "apiVersion",
        "kind",
        "plural",
        "scope",
        "dependencies",
        "applyOrder",
        "includeWhen",
        "readyWhen",
        "forEach",
        type.bodyField(),
        "expressions");
    TemplateReader templates = TemplateReader.of(node.objects("expressions"));
    Node.Core core = core(node, templates, ids);
    List<Node.Dimension> dimensions = dimensions(node, templates);
    if (dimensions.isEmpty() == (type == NodeType.COLLECTION)) {
      throw InvalidArtifactException.invalid(
          node.path("forEach"), "does not go with the type of the node");
    }
    node.object(type.bodyField());
    return type.node(core, dimensions, templates.fields(node, type.bodyField()));
  }

  private static Node.Core core(ObjectReader node, TemplateReader templates, Set<String> ids)
      throws InvalidArtifactException {
    String id = node.text("id");
    List<String> dependencies = node.texts("dependencies");
    if (!ids.containsAll(dependencies)) {
      throw InvalidArtifactException.invalid(
          node.path("dependencies"), "names a node that does not stand before this one");
    }
    if (!ids.add(id)) {
      throw InvalidArtifactException.invalid(node.path("id"), "is the id of another node too");
    }
    return new Node.Core(
        id,
        type(node),
        dependencies,
        node.positive("applyOrder"),
        templates.expressions(node, "includeWhen"),
        templates.expressions(node, "readyWhen"));
  }

  private static List<Node.Dimension> dimensions(ObjectReader node, TemplateReader templates)
      throws InvalidArtifactException {
    List<Node.Dimension> dimensions = new ArrayList<>();
    for (ObjectReader dimension : node.objects("forEach")) {
      dimension.only("name", "list");
      dimensions.add(
          new Node.Dimension(dimension.text("name"), templates.expression(dimension, "list")));
    }
    return dimensions;
  }

  private static ControllerSettings settings(ObjectReader controller)
      throws InvalidArtifactException {
    controller.only("workers", "resync", "requeue", "minRetryDelay", "maxRetryDelay");
    return new ControllerSettings(
        controller.optionalPositive("workers"),
        duration(controller, "resync"),
        duration(controller, "requeue"),
        duration(controller, "minRetryDelay"),
        duration(controller, "maxRetryDelay"));
  }

  private static Optional<Duration> duration(ObjectReader controller, String field)
      throws InvalidArtifactException {
    Optional<String> text = controller.optionalText(field);
    Optional<Duration> duration = text.flatMap(DurationText::read);
    if (text.isPresent() && duration.isEmpty()) {
      throw InvalidArtifactException.invalid(
          controller.path(field), "is not a duration such as `1h30m`");
    }
    return duration;
  }
}
