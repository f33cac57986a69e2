package io.kro4j.compiler.instance;

/** The inventory that an instance carries. */
public sealed interface RememberedInventory {
  /** None: nothing was applied for the instance. */
  record None() implements RememberedInventory {}

  /**
   * A sound one.
   *
   * @param inventory the inventory
   * @param hashed whether it has a hash; those of old versions of kro have none
   */
  record Found(ApplySetInventory inventory, boolean hashed) implements RememberedInventory {}

  /**
   * A damaged one. Nothing may be deleted, nor the instance let go: children would be lost.
   *
   * @param key the label or annotation that is wrong
   * @param message why, as a sentence without a final full stop
   */
  record Damaged(String key, String message) implements RememberedInventory {}
}
