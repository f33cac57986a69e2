package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import java.util.Collection;

/**
 * What a subscriber wants.
 *
 * @param type the type of the objects
 * @param selection which of them
 * @param projection what it wants to see of each
 * @param attention which changes it wants to be told of
 */
public record Interest(
    ApiType type, Selection selection, Projection projection, Attention attention) {

  /**
   * In the children of instances: told of drift, and of changes of what expressions read.
   *
   * @param type their type
   * @param reads the paths that expressions read of them
   * @param manager the field manager that applies them
   */
  public static Interest inChildren(ApiType type, Collection<FieldPath> reads, String manager) {
    return new Interest(
        type,
        Selection.OWNED,
        Projection.of(reads).withOwnedBy(manager),
        Attention.to(reads).andOwned());
  }

  /**
   * In objects that others made and expressions read: told of changes of what is read, and of
   * labels since these select.
   */
  public static Interest inExternals(ApiType type, Collection<FieldPath> reads) {
    return new Interest(type, Selection.ALL, Projection.of(reads), Attention.to(reads).andMarks());
  }

  /**
   * In whole objects: told of changes of these paths, and of labels, annotations and finalizers.
   */
  public static Interest inWhole(ApiType type, Collection<FieldPath> paths) {
    return new Interest(type, Selection.ALL, Projection.whole(), Attention.to(paths).andMarks());
  }
}
