package io.kro4j.runtime.crd;

/** Hears of CRDs. Must be quick, since it is called on the thread of the watch. */
@FunctionalInterface
public interface CrdListener {
  /**
   * A CRD is there, changed, or is gone.
   *
   * @param crd the CRD as it is, or was last; without its schemas
   * @param gone whether it is gone
   */
  void changed(LiveCrd crd, boolean gone);
}
