package io.kro4j.compiler.api;

import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types that kro itself brings to a cluster, so that a group may have groups among its
 * resources.
 *
 * <p>Their CRDs are read when a type is first asked for.
 */
public final class ApiTypes implements SchemaCatalog {
  private static final List<String> NAMES =
      List.of(
          "resourcegroups.kro.run",
          "resourcegraphdefinitions.kro.run",
          "graphrevisions.internal.kro.run");

  private static final ApiTypes CATALOG = new ApiTypes();

  private ApiTypes() {}

  /** The catalog of the types. */
  public static SchemaCatalog catalog() {
    return CATALOG;
  }

  /** The CRDs of the types as YAML files, each with one document. */
  public static List<SourceFile> crds() {
    return NAMES.stream().map(ApiTypes::file).toList();
  }

  /** The same CRDs as plain JSON. */
  public static List<Map<String, Object>> objects() {
    return Parsed.SOURCES.stream().map(SchemaSource::json).toList();
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return Parsed.TYPES.find(gvk);
  }

  @Override
  public Collection<GroupVersionKind> types() {
    return Parsed.TYPES.types();
  }

  private static SourceFile file(String name) {
    String file = name + ".yaml";
    try (InputStream in = ApiTypes.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + file + " is missing");
      }
      return SourceFile.of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loaded, and with it the CRDs, when it is first used. */
  private static final class Parsed {
    static final List<SchemaSource> SOURCES = crds().stream().map(Parsed::source).toList();
    static final SchemaCatalog TYPES = CrdCatalog.read(SOURCES).value().orElseThrow();

    private static SchemaSource source(SourceFile file) {
      YamlDocument document =
          YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0);
      return new SchemaSource(((YamlValue.Mapping) document.root()).toJson(), document.span());
    }
  }
}
