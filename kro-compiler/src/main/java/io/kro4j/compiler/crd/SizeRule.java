package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.model.SchemaDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CRD over 256 KiB does not fit into the annotation of a client-side {@code kubectl apply}; near
 * 1.5 MiB, with what a cluster adds to it, etcd does not take it.
 */
final class SizeRule {
  private static final int LARGE = 256 * 1024;
  private static final int TOO_LARGE = 1024 * 1024;

  private SizeRule() {}

  /** What is wrong with the size of a CRD. */
  static List<Diagnostic> check(GeneratedCrd crd, SchemaDefinition definition) {
    int size = size(crd.json());
    if (size > TOO_LARGE) {
      return List.of(
          Diagnostic.of(
                  DiagnosticId.CRD_TOO_LARGE,
                  definition.kind().span(),
                  "the CRD is " + size / 1024 + " KiB large, and a cluster stores at most 1024 KiB")
              .withHelp("use `object` for the parts that need no checking, or split the API"));
    }
    return size <= LARGE
        ? List.of()
        : List.of(
            Diagnostic.of(
                    DiagnosticId.CRD_LARGE,
                    definition.kind().span(),
                    "the CRD is " + size / 1024 + " KiB large, over 256 KiB")
                .withHelp("apply it with server-side apply only"));
  }

  /** About the bytes of a value as JSON; escapes are not counted. */
  private static int size(@Nullable Object value) {
    int size = 2;
    if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> member : object.entrySet()) {
        size += size(member.getKey()) + 2 + size(member.getValue());
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        size += 1 + size(item);
      }
    } else {
      size += String.valueOf(value).getBytes(StandardCharsets.UTF_8).length;
    }
    return size;
  }
}
