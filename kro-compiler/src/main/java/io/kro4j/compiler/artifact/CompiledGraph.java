package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ResourceGraph;

/**
 * A validated graph with what ties it to its definition and to its CRD: what a {@code
 * CompiledGraph} object holds.
 *
 * @param graph the graph; its name is the name of the object
 * @param source the digest of the definition it was compiled from, see {@link SourceDigest}
 * @param crd the digest of the CRD that must be in the cluster, see {@link CrdDigest}
 */
public record CompiledGraph(ResourceGraph graph, Digest source, Digest crd) {
  /** The {@code apiVersion} of the object. */
  public static final String API_VERSION = "kro4j.io/v1alpha1";

  /** The {@code kind} of the object. */
  public static final String KIND = "CompiledGraph";

  /** The version of the format that this release writes and reads. */
  public static final int FORMAT_VERSION = 1;
}
