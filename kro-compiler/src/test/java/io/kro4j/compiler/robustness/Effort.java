package io.kro4j.compiler.robustness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The CPU time of the process, which other processes of the machine do not lengthen. */
final class Effort {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Effort() {}

  /** How much CPU time a task takes. */
  static Duration of(Runnable task) {
    long start = SYSTEM.getProcessCpuTime();
    task.run();
    return Duration.ofNanos(SYSTEM.getProcessCpuTime() - start);
  }
}
