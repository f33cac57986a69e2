package io.kro4j.compiler.plan;

import io.kro4j.compiler.source.SourceFile;
import java.util.Optional;

/**
 * A file in which there may be instances.
 *
 * @param before the file as it was, if it was there
 * @param after the file as it will be, if it will be there; the same object if nothing of it
 *     changes
 */
public record InstanceFile(Optional<SourceFile> before, Optional<SourceFile> after) {
  /** Whether nothing of the file changes. */
  boolean isSame() {
    return before.isPresent() && after.isPresent() && before.get() == after.get();
  }
}
