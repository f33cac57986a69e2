package io.kro4j.runtime.crd;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.util.Map;
import java.util.Optional;

/**
 * A CRD as it is in the cluster.
 *
 * @param json the object as plain JSON
 */
public record LiveCrd(Map<String, Object> json) {
  /** Its name: {@code plural.group}. */
  public String name() {
    return PlainJson.text(metadata().get("name")).orElse("");
  }

  /** Its uid. */
  public String uid() {
    return PlainJson.text(metadata().get("uid")).orElse("");
  }

  /** Its resourceVersion. */
  public String resourceVersion() {
    return PlainJson.text(metadata().get("resourceVersion")).orElse("");
  }

  /** Which change of its spec this is; 0 if nobody counts. */
  public long generation() {
    return metadata().get("generation") instanceof Number number ? number.longValue() : 0;
  }

  /** The kind that it defines, in its API group. */
  public GroupKind kind() {
    return new GroupKind(
        PlainJson.text(spec().get("group")).orElse(""),
        PlainJson.text(PlainJson.at(json, "spec", "names", "kind")).orElse(""));
  }

  /** The type of its objects, in the version in which they are stored. */
  public ApiType servedType() {
    String version =
        PlainJson.list(spec().get("versions")).stream()
            .map(PlainJson::object)
            .filter(each -> Boolean.TRUE.equals(each.get("storage")))
            .flatMap(each -> PlainJson.text(each.get("name")).stream())
            .findFirst()
            .orElse("");
    return new ApiType(
        new GroupVersionKind(kind().group(), version, kind().kind()),
        PlainJson.text(PlainJson.at(json, "spec", "names", "plural")).orElse(""),
        Scope.CLUSTER.text().equals(spec().get("scope")) ? Scope.CLUSTER : Scope.NAMESPACED);
  }

  /** Whether the API server serves its kind. */
  public boolean isEstablished() {
    return !isTerminating() && condition("Established", "True").isPresent();
  }

  /** Whether it is being deleted. */
  public boolean isTerminating() {
    return metadata().get("deletionTimestamp") != null;
  }

  /** Whether it has a version that is served once it is established. */
  public boolean hasVersion(String version) {
    return PlainJson.list(spec().get("versions")).stream()
        .map(PlainJson::object)
        .anyMatch(v -> version.equals(v.get("name")) && Boolean.TRUE.equals(v.get("served")));
  }

  /** Why the API server does not take its names; empty if it does, or has not looked yet. */
  Optional<String> refusedNames() {
    return condition("NamesAccepted", "False")
        .map(c -> PlainJson.text(c.get("message")).orElse(""));
  }

  /** The names that it asks for. */
  CrdNames names() {
    return CrdNames.of(PlainJson.object(spec().get("names")));
  }

  /** The names that the API server gave to it. */
  CrdNames acceptedNames() {
    return CrdNames.of(PlainJson.object(PlainJson.at(json, "status", "acceptedNames")));
  }

  /** The kind that the API server serves; empty until it does. */
  public String acceptedKind() {
    return PlainJson.text(PlainJson.at(json, "status", "acceptedNames", "kind")).orElse("");
  }

  /** Whether its objects are converted or not pruned, which no group asks for. */
  boolean hasConversion() {
    Object strategy = PlainJson.object(spec().get("conversion")).get("strategy");
    return (strategy != null && !strategy.equals("None"))
        || Boolean.TRUE.equals(spec().get("preserveUnknownFields"));
  }

  /** Whether it comes from a group, live or compiled: upstream's labels say so. */
  public boolean isOwned() {
    String owned = label(KroMetadata.OWNED);
    return owned.isEmpty() ? label(KroMetadata.MANAGED_BY).equals("kro") : owned.equals("true");
  }

  /** The name of the group that it comes from; empty if it does not say. */
  public String ownerName() {
    return label(KroMetadata.GROUP_NAME);
  }

  /** The uid of the live group that it comes from; empty if Git owns it, or it does not say. */
  public String ownerUid() {
    return label(KroMetadata.GROUP_ID);
  }

  private String label(String key) {
    return PlainJson.text(PlainJson.object(metadata().get("labels")).get(key)).orElse("");
  }

  private Optional<Map<String, Object>> condition(String type, String status) {
    return PlainJson.list(PlainJson.object(json.get("status")).get("conditions")).stream()
        .map(PlainJson::object)
        .filter(c -> type.equals(c.get("type")) && status.equals(c.get("status")))
        .findFirst();
  }

  private Map<String, Object> metadata() {
    return PlainJson.object(json.get("metadata"));
  }

  Map<String, Object> spec() {
    return PlainJson.object(json.get("spec"));
  }
}
