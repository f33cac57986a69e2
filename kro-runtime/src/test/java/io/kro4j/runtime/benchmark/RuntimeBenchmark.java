package io.kro4j.runtime.benchmark;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes, changes, disturbs and deletes many instances of a group with four chained children and one
 * excluded, and prints how fast a runtime follows and what that costs. Runs any program that serves
 * {@code ResourceGraphDefinition}s.
 */
public final class RuntimeBenchmark {
  private static final String NAMESPACE = "benchmark";
  private static final String API = "kro.run/v1alpha1";
  private static final String KIND = "Chain";
  private static final String PATH = "/apis/kro.run/v1alpha1/namespaces/" + NAMESPACE + "/chains";
  private static final int WRITERS = 4;
  private static final int DRIFTS = 20;
  private static final long POLL_MILLIS = 100;

  private final ApiServer api;
  private final MeasuredProcess runtime;
  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

  private RuntimeBenchmark(ApiServer api, MeasuredProcess runtime) {
    this.api = api;
    this.runtime = runtime;
  }

  /**
   * @param arguments a name for the table, a folder with CRDs to install, a file with the group,
   *     the address of the runtime's {@code /readyz}, the numbers of instances separated by commas,
   *     and the command that starts the runtime, in which {@code KUBECONFIG} is set
   */
  public static void main(String[] arguments) throws Exception {
    List<String> command = Arrays.asList(arguments).subList(5, arguments.length);
    ControlPlane.Options options =
        ControlPlane.Options.defaults()
            .withControllerManager()
            .withApiServerFlags("--service-cluster-ip-range=10.0.0.0/16");
    try (ControlPlane controlPlane = ControlPlane.start(options)) {
      ApiServer api = controlPlane.api();
      try (Stream<Path> crds = Files.list(Path.of(arguments[1]))) {
        for (Path crd : crds.sorted().toList()) {
          api.establish(Files.readString(crd), "benchmark");
        }
      }
      api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: benchmark}}", "benchmark");
      api.apply(Files.readString(Path.of(arguments[2])), "benchmark");
      Path log = Files.createTempFile("runtime-benchmark", ".log");
      Map<String, String> environment =
          Map.of("KUBECONFIG", controlPlane.kubeconfigFile().toString());
      long start = System.nanoTime();
      try (MeasuredProcess runtime = MeasuredProcess.start(command, environment, log)) {
        RuntimeBenchmark benchmark = new RuntimeBenchmark(api, runtime);
        benchmark.awaitReady(Probe.of(arguments[3]), log);
        row(arguments[0], "start until ready", "%.2f s", seconds(start));
        benchmark.run(arguments[0], arguments[4]);
      }
      for (String size : arguments[4].split(",", -1)) {
        double perSecond = OnlyWrites.perSecond(api, Integer.parseInt(size));
        row("no runtime, the same writes", "created of " + size, "%.1f /s", perSecond);
      }
    }
    System.exit(0);
  }

  private void run(String name, String sizes) throws Exception {
    ObjectRef crd =
        ObjectRef.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", "chains.kro.run");
    api.waitFor(crd, response -> response.hasCondition("Established"));
    api.waitFor(
        ObjectRef.of(API, "ResourceGraphDefinition", "chain"),
        response -> "Active".equals(response.at("status", "state")));
    row(name, "memory idle", "%d MiB", runtime.residentMegabytes());
    for (String size : sizes.split(",", -1)) {
      measure(name, Integer.parseInt(size));
    }
    writers.shutdown();
  }

  private void measure(String name, int size) throws Exception {
    String of = " of " + size;
    double cpu = runtime.cpuSeconds();
    long start = System.nanoTime();
    write(size, i -> api.request("POST", PATH, "application/json", instance(i, 1)));
    await(size, instance -> isActive(instance, 1));
    row(name, "created" + of, "%.1f /s", size / seconds(start));
    row(
        name,
        "CPU of the runtime per instance" + of,
        "%.1f ms",
        (runtime.cpuSeconds() - cpu) * 1000 / size);
    row(name, "memory with" + of.substring(3), "%d MiB", runtime.residentMegabytes());
    start = System.nanoTime();
    write(size, i -> patch(i, "{\"spec\": {\"size\": 2}}"));
    await(size, instance -> isActive(instance, 2));
    row(name, "updated" + of, "%.1f /s", size / seconds(start));
    drift(name, of);
    start = System.nanoTime();
    write(size, i -> api.request("DELETE", PATH + "/" + nameOf(i), "", ""));
    awaitNone();
    row(name, "deleted" + of, "%.1f /s", size / seconds(start));
  }

  private void drift(String name, String of) {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < DRIFTS; i++) {
      ObjectRef child = new ObjectRef("v1", "ConfigMap", NAMESPACE, nameOf(i) + "-last");
      api.request(
          "PATCH",
          "/api/v1/namespaces/" + NAMESPACE + "/configmaps/" + child.name(),
          "application/merge-patch+json",
          "{\"data\": {\"size\": \"drifted\"}}");
      long start = System.nanoTime();
      while (!"2".equals(api.get(child).at("data", "size"))) {
        if (seconds(start) > 60) {
          throw new IllegalStateException(child + " is not repaired");
        }
      }
      seconds.add(seconds(start));
    }
    seconds.sort(null);
    row(name, "drift repaired, median" + of, "%.0f ms", seconds.get(DRIFTS / 2) * 1000);
    row(name, "drift repaired, longest" + of, "%.0f ms", seconds.get(DRIFTS - 1) * 1000);
  }

  private interface Write {
    Response write(int index);
  }

  private void write(int size, Write write) throws Exception {
    List<Callable<Response>> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int index = i;
      tasks.add(() -> write.write(index));
    }
    for (Future<Response> done : writers.invokeAll(tasks)) {
      if (!done.get().ok()) {
        throw new IllegalStateException("refused: " + done.get());
      }
    }
  }

  private Response patch(int index, String body) {
    return api.request("PATCH", PATH + "/" + nameOf(index), "application/merge-patch+json", body);
  }

  private static String nameOf(int index) {
    return "chain-" + index;
  }

  private static String instance(int index, int size) {
    return """
        {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "%s"}, "spec": {"size": %d}}
        """
        .formatted(API, KIND, nameOf(index), size);
  }

  private static boolean isActive(Map<?, ?> instance, int size) {
    return instance.get("status") instanceof Map<?, ?> status
        && "ACTIVE".equals(status.get("state"))
        && String.valueOf(size).equals(status.get("last"));
  }

  private void await(int size, Predicate<Map<?, ?>> condition) throws Exception {
    while (items().stream().filter(condition).count() < size) {
      pause();
    }
  }

  private void awaitNone() throws Exception {
    while (!items().isEmpty()) {
      pause();
    }
  }

  private List<Map<?, ?>> items() {
    List<Map<?, ?>> items = new ArrayList<>();
    if (api.list(API, KIND, NAMESPACE).at("items") instanceof List<?> all) {
      all.forEach(item -> items.add((Map<?, ?>) item));
    }
    return items;
  }

  /**
   * A benchmark looks at the state from outside, at a pace that does not disturb what is measured.
   */
  private void pause() throws InterruptedException {
    if (!runtime.isAlive()) {
      throw new IllegalStateException("the runtime has ended");
    }
    Thread.sleep(POLL_MILLIS);
  }

  private void awaitReady(Probe probe, Path log) throws Exception {
    while (!probe.answers()) {
      if (!runtime.isAlive()) {
        throw new IOException("the runtime has ended:\n" + Files.readString(log));
      }
      Thread.sleep(10);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void row(String name, String what, String format, Object value) {
    System.out.printf(
        Locale.ROOT, "| %s | %s | %s |%n", name, what, String.format(Locale.ROOT, format, value));
  }
}
