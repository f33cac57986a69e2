package io.kro4j.runtime.controller.instance;

import io.kro4j.runtime.cluster.PlainJson;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether an instance asks to be left alone, by upstream's annotation. */
final class Suspension {
  static final String ANNOTATION = "kro.run/reconcile";

  private static final Set<String> WORDS = Set.of("suspended", "disabled");

  private Suspension() {}

  static boolean isRequested(Map<String, Object> instance) {
    Map<String, Object> annotations =
        PlainJson.object(PlainJson.at(instance, "metadata", "annotations"));
    return PlainJson.text(annotations.get(ANNOTATION))
        .filter(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}
