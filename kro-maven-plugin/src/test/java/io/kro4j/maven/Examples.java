package io.kro4j.maven;

import io.kro4j.compiler.Progress;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.settings.Commands;
import io.kro4j.maven.settings.GlueParameters;
import io.kro4j.maven.settings.Policy;
import io.kro4j.maven.settings.Reporting;
import io.kro4j.maven.settings.SchemaParameters;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parameters and groups for tests. */
public final class Examples {
  /** A sound group named {@code shop}. */
  public static final String SHOP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata:
        name: shop
      spec:
        schema:
          apiVersion: v1
          kind: Shop
          group: example.com
          spec:
            title: string | required=true
        resources:
          - id: page
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: ${schema.metadata.name}-page
              data:
                title: ${schema.spec.title}
      """;

  /** The same, with a misspelt field. */
  public static final String BROKEN_SHOP = SHOP.replace("schema.spec.title", "schema.spec.titel");

  /** A group named {@code stall} that is legal and probably not meant. */
  public static final String STALL =
      SHOP.replace("shop", "stall")
          .replace("Shop", "Stall")
          .replace("-page\n", "-page\n          namespace: default\n");

  /** Nothing to read. */
  public static final Inputs NO_INPUTS =
      new Inputs(
          List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

  private Examples() {}

  /** The defaults, with the given sources. */
  public static Settings settings(Path base, List<String> sources) {
    return settings(base, sources, commands(base));
  }

  /** The defaults, with the given sources, for goals that are called in the given way. */
  public static Settings settings(Path base, List<String> sources, Commands commands) {
    return new Settings(
        base,
        base,
        sources,
        false,
        List.of(),
        SchemaParameters.of(base),
        List.of(),
        10,
        1,
        Policy.DEFAULT,
        base.resolve("manifests"),
        GlueParameters.NONE,
        commands,
        reporting(base),
        Progress.UNHEARD);
  }

  /** No documents, but those that a goal writes in any case stay in the project. */
  private static Reporting reporting(Path base) {
    Reporting none = Reporting.none();
    return new Reporting(none.formats(), base.resolve("reports"), none.execution(), none.tool());
  }

  /** What comes of the files that the parameters name. */
  public static Outcome outcome(Settings settings) throws IOException {
    return Outcome.of(settings, Inputs.read(settings));
  }

  /** Goals called where the plugin has a prefix. */
  public static Commands commands(Path folder) {
    return new Commands("mvn kro:", List.of(), "", List.of(), folder, false);
  }

  /** Parameters about schemas, with CRDs and a version of Kubernetes. */
  public static SchemaParameters schemas(Path base, List<String> crds, String kubernetesVersion) {
    SchemaParameters none = SchemaParameters.of(base);
    return new SchemaParameters(
        crds,
        none.openapi(),
        none.artifacts(),
        none.modules(),
        kubernetesVersion,
        none.lockFile(),
        none.surroundings());
  }

  /** The same settings with other parameters about schemas, where Maven was called elsewhere. */
  public static Settings withSchemas(Settings settings, Path root, SchemaParameters schemas) {
    return with(settings, root, schemas, settings.policy(), settings.glue());
  }

  /** The same settings with another policy, where Maven was called elsewhere. */
  public static Settings withPolicy(Settings settings, Path root, Policy policy) {
    return with(settings, root, settings.schemas(), policy, settings.glue());
  }

  /** The same settings with tools that bring the output to a cluster. */
  public static Settings withGlue(Settings settings, GlueParameters glue) {
    return with(settings, settings.root(), settings.schemas(), settings.policy(), glue);
  }

  private static Settings with(
      Settings settings, Path root, SchemaParameters schemas, Policy policy, GlueParameters glue) {
    return new Settings(
        settings.base(),
        root,
        settings.sources(),
        settings.sourcesByDefault(),
        settings.excludes(),
        schemas,
        settings.featureGates(),
        settings.maxForEachDimensions(),
        settings.threads(),
        policy,
        settings.output(),
        glue,
        settings.commands(),
        settings.reporting(),
        settings.progress());
  }

  /** The same settings, as if the sources were not given. */
  public static Settings byDefault(Settings settings) {
    return new Settings(
        settings.base(),
        settings.root(),
        settings.sources(),
        true,
        settings.excludes(),
        settings.schemas(),
        settings.featureGates(),
        settings.maxForEachDimensions(),
        settings.threads(),
        settings.policy(),
        settings.output(),
        settings.glue(),
        settings.commands(),
        settings.reporting(),
        settings.progress());
  }
}
