package io.kro4j.compiler.api.resource;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** The shape of a {@code ResourceGroup}, from which its CRD is generated. */
@Group("kro.run")
@Version("v1alpha1")
@Kind("ResourceGroup")
@Plural("resourcegroups")
@Singular("resourcegroup")
@ShortNames("rg")
@AdditionalPrinterColumn(name = "APIVERSION", jsonPath = ".spec.schema.apiVersion")
@AdditionalPrinterColumn(name = "KIND", jsonPath = ".spec.schema.kind")
@AdditionalPrinterColumn(name = "STATE", jsonPath = ".status.state")
@AdditionalPrinterColumn(
    name = "READY",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "TOPOLOGICALORDER",
    jsonPath = ".status.topologicalOrder",
    priority = 1)
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
public class ResourceGroup extends CustomResource<GroupSpec, GroupStatus> {}
