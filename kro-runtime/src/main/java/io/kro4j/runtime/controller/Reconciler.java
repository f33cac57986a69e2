package io.kro4j.runtime.controller;

/**
 * Brings one object to where it should be, from whatever state it is in. Called for any reason and
 * at any time, by one thread at a time for the same key.
 */
@FunctionalInterface
public interface Reconciler {
  /** Does what there is to do for an object, which may be gone. */
  Outcome reconcile(ObjectKey key);
}
