package io.kro4j.compiler.schema;

/**
 * A type that objects can have.
 *
 * @param gvk its name
 * @param plural the resource name in URLs and RBAC rules, such as {@code deployments}
 * @param scope where its objects live
 * @param schema the schema of a whole object, with {@code apiVersion}, {@code kind} and {@code
 *     metadata} (for the types of a CRD too: their metadata is Kubernetes' ObjectMeta)
 */
public record ResourceType(GroupVersionKind gvk, String plural, Scope scope, JsonSchema schema) {}
