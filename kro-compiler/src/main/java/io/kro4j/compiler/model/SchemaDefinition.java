package io.kro4j.compiler.model;

import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code spec.schema}: the API that the group defines.
 *
 * @param kind the new kind
 * @param apiVersion the version alone, such as {@code v1alpha1}
 * @param group the API group; {@code kro.run} if the author gives none
 * @param scope whether instances live in a namespace
 * @param plural an explicit plural, if the author gives one
 * @param spec SimpleSchema of {@code spec}; an empty object if absent
 * @param types named types of SimpleSchema; an empty object if absent
 * @param status expressions for {@code status}; an empty object if absent
 * @param printerColumns columns of {@code kubectl get}, each as plain JSON; empty for the defaults
 * @param shortNames short names of the kind
 * @param categories categories of the kind
 * @param labels labels for the generated CRD
 * @param annotations annotations for the generated CRD
 * @param source the whole {@code schema} object as written
 */
public record SchemaDefinition(
    MappedText kind,
    MappedText apiVersion,
    MappedText group,
    Scope scope,
    Optional<MappedText> plural,
    YamlValue.Mapping spec,
    YamlValue.Mapping types,
    YamlValue.Mapping status,
    List<YamlValue.Mapping> printerColumns,
    List<MappedText> shortNames,
    List<MappedText> categories,
    Map<String, String> labels,
    Map<String, String> annotations,
    YamlValue.Mapping source) {

  /** The group of a schema that names none. */
  public static final String DEFAULT_GROUP = "kro.run";

  /** Copies the lists. */
  public SchemaDefinition {
    printerColumns = List.copyOf(printerColumns);
    shortNames = List.copyOf(shortNames);
    categories = List.copyOf(categories);
  }

  /** The place of the whole {@code schema} object. */
  public Span span() {
    return source.span();
  }
}
