package io.kro4j.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Runs tasks on a fixed number of threads and hands back their results in order. */
final class Workers implements AutoCloseable {
  /** Enough for the deepest input that the bounds on files and expressions let through. */
  private static final long STACK_BYTES = 16L << 20;

  private final ExecutorService executor;

  Workers(int threads) {
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, "kro-compiler", STACK_BYTES);
          thread.setDaemon(true);
          return thread;
        };
    this.executor = Executors.newFixedThreadPool(threads, factory);
  }

  /** The results of the tasks, in the order of the tasks. */
  <T> List<T> run(List<Callable<T>> tasks) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a compiler task failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
