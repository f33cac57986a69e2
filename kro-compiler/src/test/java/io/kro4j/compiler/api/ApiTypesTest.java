package io.kro4j.compiler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.api.resource.ApiCrds;
import io.kro4j.compiler.artifact.Fixtures;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.source.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTypesTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/kro4j/compiler/api");

  @TempDir Path scratch;

  @Test
  void theCommittedCrdsAreTheGeneratedOnes() throws Exception {
    Map<String, String> generated = ApiCrds.files(scratch);

    assertThat(generated.entrySet())
        .allSatisfy(file -> Fixtures.assertSame(FOLDER.resolve(file.getKey()), file.getValue()));
    assertThat(ApiTypes.crds())
        .extracting(SourceFile::name)
        .containsExactlyInAnyOrderElementsOf(generated.keySet());
  }

  @Test
  void theCatalogKnowsTheTypes() {
    assertThat(ApiTypes.catalog().types())
        .containsExactlyInAnyOrder(
            new GroupVersionKind("kro.run", "v1alpha1", "ResourceGroup"),
            new GroupVersionKind("kro.run", "v1alpha1", "ResourceGraphDefinition"),
            new GroupVersionKind("internal.kro.run", "v1alpha1", "GraphRevision"));
  }
}
