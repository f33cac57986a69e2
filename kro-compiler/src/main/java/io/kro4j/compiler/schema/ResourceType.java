package io.kro4j.compiler.schema;

import java.util.Map;

/**
 * A type that objects can have.
 *
 * @param gvk its name
 * @param plural the resource name in URLs and RBAC rules, such as {@code deployments}
 * @param scope where its objects live
 * @param schema the schema of a whole object, with {@code apiVersion}, {@code kind} and {@code
 *     metadata} (for the types of a CRD too: their metadata is Kubernetes' ObjectMeta)
 */
public record ResourceType(GroupVersionKind gvk, String plural, Scope scope, JsonSchema schema) {
  private static final String STAND_IN = "x-kro4j-stand-in";

  /** What stands for a type whose own definition is broken: its objects may hold anything. */
  public static ResourceType standIn(GroupVersionKind gvk, String plural, Scope scope) {
    Map<String, Object> open =
        Map.of("type", "object", "x-kubernetes-preserve-unknown-fields", true, STAND_IN, true);
    return new ResourceType(gvk, plural, scope, JsonSchema.of(open));
  }

  /** Whether this stands for a type whose own definition is broken. */
  public boolean isStandIn() {
    return schema.keyword(STAND_IN) != null;
  }
}
