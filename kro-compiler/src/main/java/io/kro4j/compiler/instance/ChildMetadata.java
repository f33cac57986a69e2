package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.schema.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels and the annotation by which the objects of an instance are found again. Names too long
 * for a label are cut, and a hash of the whole appended.
 */
public final class ChildMetadata {
  private final Map<String, String> labels;

  private ChildMetadata(Map<String, String> labels) {
    this.labels = Collections.unmodifiableMap(labels);
  }

  /**
   * The metadata of the children of one instance.
   *
   * @param api the type of the instance
   * @param instance the instance as the API server has it
   * @param version the version of kro
   */
  public static ChildMetadata of(
      ApiType api, Map<String, ? extends @Nullable Object> instance, String version) {
    Map<String, @Nullable Object> metadata = JsonObjects.metadata(instance);
    Map<String, String> labels = new TreeMap<>();
    labels.put(KroMetadata.OWNED, "true");
    labels.put(KroMetadata.VERSION, KroMetadata.versionLabel(version));
    labels.put(KroMetadata.MANAGED_BY, "kro");
    labels.put(KroMetadata.PART_OF, ApplySetInventory.id(api, instance));
    labels.put(KroMetadata.INSTANCE_ID, JsonObjects.text(metadata, "uid"));
    labels.put(KroMetadata.INSTANCE_NAME, LabelValue.of(JsonObjects.text(metadata, "name")));
    if (api.scope() == Scope.NAMESPACED) {
      labels.put(KroMetadata.INSTANCE_NAMESPACE, JsonObjects.text(metadata, "namespace"));
    }
    labels.put(KroMetadata.INSTANCE_GROUP, LabelValue.of(api.gvk().group()));
    labels.put(KroMetadata.INSTANCE_VERSION, LabelValue.of(api.gvk().version()));
    labels.put(KroMetadata.INSTANCE_KIND, LabelValue.of(api.gvk().kind()));
    return new ChildMetadata(labels);
  }

  /** The labels that all children of the instance have. */
  public Map<String, String> labels() {
    return labels;
  }

  /**
   * The object to apply. Labels and annotations of the author stay, but for those that are kro's.
   *
   * @param node the node that the object belongs to
   * @param object an object that is desired for it
   */
  public Map<String, @Nullable Object> apply(Node node, DesiredObject object) {
    Map<String, @Nullable Object> metadata =
        new LinkedHashMap<>(JsonObjects.metadata(object.json()));
    Map<String, @Nullable Object> all = new LinkedHashMap<>(JsonObjects.object(metadata, "labels"));
    all.putAll(labels);
    all.put(KroMetadata.NODE_ID, LabelValue.of(node.id()));
    if (node instanceof Node.Collection) {
      all.put(KroMetadata.COLLECTION_INDEX, String.valueOf(object.index()));
      all.put(KroMetadata.COLLECTION_SIZE, String.valueOf(object.size()));
    }
    metadata.put("labels", all);
    metadata.put(
        "annotations",
        JsonObjects.with(
            JsonObjects.object(metadata, "annotations"),
            KroMetadata.APPLY_ORDER,
            String.valueOf(node.core().applyOrder())));
    return JsonObjects.with(object.json(), "metadata", metadata);
  }
}
