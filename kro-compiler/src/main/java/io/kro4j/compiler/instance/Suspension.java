package io.kro4j.compiler.instance;

import io.kro4j.compiler.schema.PlainJson;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an instance asks to be left alone, by upstream's annotation. */
public final class Suspension {
  /** The annotation, with the value {@code suspended} or {@code disabled}. */
  public static final String ANNOTATION = "kro.run/reconcile";

  private static final Set<String> WORDS = Set.of("suspended", "disabled");

  private Suspension() {}

  /** Whether the instance asks for it. */
  public static boolean isRequested(Map<String, ? extends @Nullable Object> instance) {
    Map<String, Object> annotations =
        PlainJson.object(PlainJson.at(instance, "metadata", "annotations"));
    return PlainJson.text(annotations.get(ANNOTATION))
        .filter(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)))
        .isPresent();
  }
}
