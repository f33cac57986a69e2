package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.revision.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The CRD of a live group as it shall be: the one that the compiler made, with its owner. */
public final class GroupCrd {
  private GroupCrd() {}

  /**
   * The CRD with its owner's labels.
   *
   * @param compiled what the compiler made
   * @param owner the live group
   * @param runtimeVersion the version of this runtime, as a label has it
   */
  public static Map<String, Object> of(
      Map<String, Object> compiled, Owner owner, String runtimeVersion) {
    Map<String, Object> metadata = new LinkedHashMap<>(PlainJson.object(compiled.get("metadata")));
    Map<String, Object> labels = new TreeMap<>(PlainJson.object(metadata.get("labels")));
    labels.put(KroMetadata.GROUP_NAME, owner.name());
    labels.put(KroMetadata.GROUP_ID, owner.uid());
    labels.put(KroMetadata.VERSION, runtimeVersion);
    metadata.put("labels", labels);
    Map<String, Object> crd = new LinkedHashMap<>(compiled);
    crd.put("metadata", metadata);
    return crd;
  }

  /**
   * The merge patch that makes the CRD in the cluster what it shall be. What an author took away
   * goes; labels and annotations of others stay.
   *
   * @param desired the CRD as it shall be
   * @param resourceVersion that of the CRD which was compared: a later one is not overwritten
   */
  static Map<String, Object> patch(Map<String, Object> desired, String resourceVersion) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("resourceVersion", resourceVersion);
    metadata.put("labels", PlainJson.object(PlainJson.at(desired, "metadata", "labels")));
    metadata.put("annotations", PlainJson.object(PlainJson.at(desired, "metadata", "annotations")));
    Map<String, Object> spec = new LinkedHashMap<>(PlainJson.object(desired.get("spec")));
    Map<String, Object> names = new LinkedHashMap<>(PlainJson.object(spec.get("names")));
    names.putIfAbsent("shortNames", List.of());
    names.putIfAbsent("categories", List.of());
    spec.put("names", names);
    Map<String, @Nullable Object> conversion = new LinkedHashMap<>();
    conversion.put("strategy", "None");
    conversion.put("webhook", null);
    spec.put("conversion", conversion);
    spec.put("preserveUnknownFields", false);
    Map<String, Object> patch = new LinkedHashMap<>();
    patch.put("metadata", metadata);
    patch.put("spec", spec);
    return patch;
  }
}
