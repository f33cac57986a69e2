package io.kro4j.compiler.artifact.resource;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** The shape of a {@code CompiledGraph} object, from which its CRD is generated. */
@Group("kro4j.io")
@Version("v1alpha1")
@Kind("CompiledGraph")
@Plural("compiledgraphs")
@Singular("compiledgraph")
@ShortNames("cg")
@AdditionalPrinterColumn(name = "KIND", jsonPath = ".spec.api.kind")
@AdditionalPrinterColumn(name = "APIVERSION", jsonPath = ".spec.api.apiVersion")
@AdditionalPrinterColumn(
    name = "READY",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class CompiledGraph extends CustomResource<GraphSpec, GraphStatus> {}
