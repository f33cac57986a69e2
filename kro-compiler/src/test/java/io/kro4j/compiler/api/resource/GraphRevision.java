package io.kro4j.compiler.api.resource;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** The shape of a {@code GraphRevision}, from which its CRD is generated. */
@Group("internal.kro.run")
@Version("v1alpha1")
@Kind("GraphRevision")
@Plural("graphrevisions")
@Singular("graphrevision")
@ShortNames("gr")
@AdditionalPrinterColumn(name = "RGD", jsonPath = ".spec.snapshot.name", priority = 1)
@AdditionalPrinterColumn(
    name = "REVISION",
    jsonPath = ".spec.revision",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "HASH",
    jsonPath = ".metadata.labels.kro\\.run/graph-revision-hash",
    priority = 1)
@AdditionalPrinterColumn(
    name = "READY",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class GraphRevision extends CustomResource<RevisionSpec, RevisionStatus> {}
