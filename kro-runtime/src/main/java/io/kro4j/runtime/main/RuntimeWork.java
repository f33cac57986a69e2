package io.kro4j.runtime.main;

import io.kro4j.runtime.KroRuntime;
import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeSettings;

/** The work of the process: the runtime. */
final class RuntimeWork implements Work {
  @Override
  public Running start(RuntimeSettings settings, RuntimeObserver observer) {
    KroRuntime runtime = KroRuntime.start(settings, observer);
    return new Running() {
      @Override
      public String waitsFor() {
        return runtime.waitsFor();
      }

      @Override
      public String stuck() {
        return runtime.stuck();
      }

      @Override
      public void close() {
        runtime.close();
      }
    };
  }
}
