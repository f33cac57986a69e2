package io.kro4j.runtime.crd;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CrdDigest;
import io.kro4j.compiler.graph.ApiType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the CRD of a compiled graph, which comes from Git, is the one it was compiled with. */
public sealed interface CompiledCrd {
  /** The CRD is the one. */
  record Same() implements CompiledCrd {}

  /** There is no CRD, or the API server does not serve it yet. */
  record Absent(String message) implements CompiledCrd {}

  /**
   * The CRD is another one.
   *
   * @param message what differs, for users
   */
  record Other(String message) implements CompiledCrd {}

  /**
   * Compares.
   *
   * @param graph the compiled graph
   * @param live the CRD in the cluster, if there is one
   * @param all the CRDs of the cluster, for a message
   */
  static CompiledCrd of(CompiledGraph graph, Optional<LiveCrd> live, Supplier<List<LiveCrd>> all) {
    ApiType api = graph.graph().api();
    if (live.isEmpty() || live.get().isTerminating()) {
      String what = live.isEmpty() ? " does not exist" : " is being deleted";
      return new Absent("CRD " + api.crdName() + what);
    }
    LiveCrd crd = live.get();
    if (!CrdDigest.of(crd.json()).equals(graph.crd())) {
      return new Other("CRD " + api.crdName() + " " + difference(graph, crd));
    }
    return crd.isEstablished()
        ? new Same()
        : new Absent(
            "CRD "
                + api.crdName()
                + TakenNames.of(crd, all)
                    .map(why -> " is not established: " + why)
                    .orElse(" is not established yet"));
  }

  /** The graph knows only the digest of its CRD, and what it needs of it. */
  private static String difference(CompiledGraph graph, LiveCrd crd) {
    ApiType api = graph.graph().api();
    Map<?, ?> names = crd.spec().get("names") instanceof Map<?, ?> map ? map : Map.of();
    return differs("kind", api.gvk().kind(), names.get("kind"))
        .or(() -> differs("scope", api.scope().text(), crd.spec().get("scope")))
        .or(
            () ->
                crd.hasVersion(api.gvk().version())
                    ? Optional.empty()
                    : Optional.of("does not have version " + api.gvk().version()))
        .orElseGet(
            () ->
                "is not the one that the graph was compiled with: its digest is "
                    + CrdDigest.of(crd.json())
                    + ", not "
                    + graph.crd()
                    + "; apply the CRD and the graph of the same build");
  }

  private static Optional<String> differs(String field, String expected, @Nullable Object actual) {
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("has the " + field + " " + actual + ", not " + expected);
  }
}
