package io.kro4j.compiler.instance.status;

import io.kro4j.compiler.instance.InstanceEvaluation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over an instance found, for its status.
 *
 * @param unmanaged why finalizer, labels and inventory cannot be kept; null if they are
 * @param unresolved why there is no graph; null if there is one
 * @param suspended whether the instance asks to be left alone
 * @param pruning why objects that are not wanted any more are still there; null if they are not
 * @param deleting what the deletion waits for; null if the instance is not being deleted
 * @param evaluation how far the nodes are; null if they were not looked at
 * @param contested the objects that somebody else changes back
 */
public record PassFindings(
    @Nullable String unmanaged,
    @Nullable String unresolved,
    boolean suspended,
    @Nullable Pruning pruning,
    @Nullable String deleting,
    @Nullable InstanceEvaluation evaluation,
    ContestedObjects contested) {

  /**
   * Why objects that are not wanted any more are still there.
   *
   * @param message why, as a sentence without a final full stop
   * @param refused whether the API server refused to delete them
   */
  public record Pruning(String message, boolean refused) {}

  /** Finalizer, labels and inventory cannot be kept. */
  public static PassFindings unmanaged(String why) {
    return new PassFindings(why, null, false, null, null, null, ContestedObjects.none());
  }

  /** There is no graph. */
  public static PassFindings unresolved(String why) {
    return new PassFindings(null, why, false, null, null, null, ContestedObjects.none());
  }

  /** The instance asks to be left alone. */
  public static PassFindings suspended(InstanceEvaluation evaluation) {
    return new PassFindings(null, null, true, null, null, evaluation, ContestedObjects.none());
  }

  /** The instance is being deleted. */
  public static PassFindings deleting(String waitsFor) {
    return new PassFindings(null, null, false, null, waitsFor, null, ContestedObjects.none());
  }

  /** The nodes were looked at. */
  public static PassFindings evaluated(
      InstanceEvaluation evaluation, Optional<Pruning> pruning, ContestedObjects contested) {
    return new PassFindings(null, null, false, pruning.orElse(null), null, evaluation, contested);
  }
}
