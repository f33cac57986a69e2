package io.kro4j.compiler.render;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as it is in the cluster.
 *
 * @param json the object
 * @param place where it is written
 */
public record ObservedObject(Map<String, @Nullable Object> json, Span place) {
  /** A finding that no node has anything to do with it. */
  public Diagnostic unmatched() {
    return Diagnostic.of(
            DiagnosticId.RENDER_UNMATCHED_OBJECT,
            place,
            "no node has anything to do with " + RenderingText.name(json))
        .withHelp("compare its type, namespace and name with those of the rendered objects");
  }
}
