package io.kro4j.compiler.instance;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The labels that tell an instance from objects that kro does not keep. */
public final class InstanceLabels {
  private InstanceLabels() {}

  /**
   * The labels, without those of the ApplySet.
   *
   * @param groupName the name of the group that defines the instance's API
   * @param groupUid the UID of the object that holds the group
   * @param version the version of kro
   */
  public static Map<String, String> of(String groupName, String groupUid, String version) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(KroMetadata.OWNED, "true");
    labels.put(KroMetadata.VERSION, KroMetadata.versionLabel(version));
    labels.put(KroMetadata.GROUP_ID, groupUid);
    labels.put(KroMetadata.GROUP_NAME, LabelValue.of(groupName));
    return Collections.unmodifiableMap(labels);
  }
}
