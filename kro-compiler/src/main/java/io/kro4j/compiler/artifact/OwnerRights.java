package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types whose finalizers the runtime must be allowed to update: an API server with the
 * admission plugin OwnerReferencesPermissionEnforcement asks for it when an object names an owner
 * with {@code blockOwnerDeletion: true}.
 */
final class OwnerRights {
  private final ResourceGraph graph;

  OwnerRights(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The owners that the graph's templates block. */
  Set<ApiType> blockedOwners() {
    Set<ApiType> owners = new LinkedHashSet<>();
    for (Node node : graph.nodes()) {
      Optional<FieldValue> references =
          TemplateFields.at(node.body(), "metadata", "ownerReferences");
      references.ifPresent(value -> addOwners(value, owners));
    }
    return owners;
  }

  private void addOwners(FieldValue references, Set<ApiType> owners) {
    if (references instanceof FieldValue.Items items) {
      items.items().stream().filter(OwnerRights::blocks).map(this::owner).forEach(owners::add);
    } else if (references instanceof FieldValue.Computed) {
      owners.add(owner(references));
    }
  }

  private static boolean blocks(FieldValue reference) {
    if (reference instanceof FieldValue.Computed) {
      return true;
    }
    Optional<FieldValue> block = TemplateFields.at(reference, "blockOwnerDeletion");
    return block.isPresent()
        && !(block.get() instanceof FieldValue.Literal literal
            && !Boolean.TRUE.equals(literal.value()));
  }

  /** The type that the reference names, or else the type of what its expressions read. */
  private ApiType owner(FieldValue reference) {
    Optional<String> kind = TemplateFields.literalText(reference, "kind");
    Optional<ApiType> named =
        types().filter(type -> kind.filter(type.gvk().kind()::equals).isPresent()).findFirst();
    return named.orElseGet(() -> read(TemplateFields.expressions(reference)));
  }

  private ApiType read(List<GraphExpression> expressions) {
    return expressions.stream()
        .flatMap(expression -> expression.references().stream())
        .flatMap(variable -> graph.node(variable).map(Node::type).stream())
        .findFirst()
        .orElse(graph.api());
  }

  private Stream<ApiType> types() {
    return Stream.concat(Stream.of(graph.api()), graph.requiredTypes().stream());
  }
}
