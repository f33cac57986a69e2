package io.kro4j.compiler.admission;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.PlainJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API of some instances.
 *
 * @param type its type
 * @param schema the structural schema of its objects
 */
public record InstanceApi(ApiType type, JsonSchema schema) {
  /**
   * The API that a CRD defines.
   *
   * @param type its type
   * @param crd the CRD as plain JSON
   * @throws IllegalArgumentException if the CRD has no such version
   */
  public static InstanceApi of(ApiType type, Map<String, ? extends @Nullable Object> crd) {
    for (Object each : PlainJson.list(PlainJson.at(crd, "spec", "versions"))) {
      Map<String, Object> version = PlainJson.object(each);
      if (type.gvk().version().equals(version.get("name"))) {
        return new InstanceApi(
            type,
            JsonSchema.of(PlainJson.object(PlainJson.at(version, "schema", "openAPIV3Schema"))));
      }
    }
    throw new IllegalArgumentException("the CRD has no version " + type.gvk().version());
  }
}
