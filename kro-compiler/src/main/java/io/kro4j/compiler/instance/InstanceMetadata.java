package io.kro4j.compiler.instance;

import io.kro4j.compiler.schema.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance itself carries while kro keeps its objects: a finalizer, labels, and the
 * inventory by which the objects are found again.
 *
 * @param labels the labels
 * @param annotations the annotations
 */
public record InstanceMetadata(Map<String, String> labels, Map<String, String> annotations) {
  /** The finalizer. */
  public static final String FINALIZER = "kro.run/finalizer";

  private static final String LABELS = "labels";
  private static final String ANNOTATIONS = "annotations";
  private static final String FINALIZERS = "finalizers";

  /**
   * The metadata of an instance.
   *
   * @param groupLabels {@link InstanceLabels} of its group
   * @param inventory what is applied for it
   * @param version the version of kro
   */
  public static InstanceMetadata of(
      Map<String, String> groupLabels, ApplySetInventory inventory, String version) {
    Map<String, String> labels = new LinkedHashMap<>(groupLabels);
    labels.putAll(inventory.labels());
    return new InstanceMetadata(labels, inventory.annotations(version));
  }

  /** Whether an instance carries it already. */
  public boolean isOn(Map<String, ? extends @Nullable Object> instance) {
    Map<String, Object> metadata = PlainJson.object(instance.get("metadata"));
    return PlainJson.list(metadata.get(FINALIZERS)).contains(FINALIZER)
        && PlainJson.object(metadata.get(LABELS)).entrySet().containsAll(labels.entrySet())
        && PlainJson.object(metadata.get(ANNOTATIONS))
            .entrySet()
            .containsAll(annotations.entrySet());
  }

  /** The fields of {@code metadata} to apply. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LABELS, labels);
    fields.put(ANNOTATIONS, annotations);
    fields.put(FINALIZERS, List.of(FINALIZER));
    return fields;
  }

  /** The instance once this is applied to it. */
  public Map<String, @Nullable Object> on(Map<String, ? extends @Nullable Object> instance) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>(JsonObjects.metadata(instance));
    Map<String, @Nullable Object> all = new LinkedHashMap<>(JsonObjects.object(metadata, LABELS));
    all.putAll(labels);
    metadata.put(LABELS, all);
    Map<String, @Nullable Object> notes =
        new LinkedHashMap<>(JsonObjects.object(metadata, ANNOTATIONS));
    notes.putAll(annotations);
    metadata.put(ANNOTATIONS, notes);
    List<Object> finalizers = new ArrayList<>(PlainJson.list(metadata.get(FINALIZERS)));
    if (!finalizers.contains(FINALIZER)) {
      finalizers.add(FINALIZER);
    }
    metadata.put(FINALIZERS, finalizers);
    return JsonObjects.with(instance, "metadata", metadata);
  }
}
