package io.kro4j.compiler.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.crd.GeneratedCrd;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the samples promise: they compile without a finding, an API server takes what comes out, and
 * it takes and refuses the instances as their names say.
 */
@ExtendWith(SharedControlPlane.class)
class SamplesTest {

  @Test
  void compileWithoutFindings() {
    Compilation compilation = compile(Sample.all());
    assertThat(TextRenderer.render(compilation.diagnostics())).isBlank();
  }

  @Test
  void haveInstancesOfBothSorts() {
    assertThat(Sample.all()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(SamplesTest::isComplete);
  }

  @TestFactory
  Stream<DynamicNode> instancesAreTakenAndRefused(ApiServer api) {
    List<Sample> samples = Sample.all();
    Compilation compilation = compile(samples);
    return samples.stream()
        .map(
            sample -> {
              GeneratedCrd crd =
                  compilation.group(sample.name()).map(CompiledGroup::crd).orElseThrow();
              api.establish(YamlWriter.write(crd.json()), "samples");
              return dynamicContainer(
                  sample.name(),
                  sample.instances().stream().map(instance -> test(instance, crd, api)));
            });
  }

  private static DynamicTest test(Sample.Instance instance, GeneratedCrd crd, ApiServer api) {
    return dynamicTest(
        instance.name(),
        () -> {
          Response response = dryRun(instance, crd, api);
          if (instance.isValid()) {
            assertThat(response.ok()).as(response.toString()).isTrue();
            assertThat(response.warnings()).isEmpty();
          } else {
            assertThat(response.ok()).isFalse();
            assertThat(response.at("message")).asString().contains(instance.rejection());
          }
        });
  }

  private static Response dryRun(Sample.Instance instance, GeneratedCrd crd, ApiServer api) {
    String place = crd.scope() == Scope.NAMESPACED ? "/namespaces/default/" : "/";
    return api.request(
        "PATCH",
        "/apis/"
            + crd.group()
            + "/"
            + crd.version()
            + place
            + crd.plural()
            + "/"
            + name(instance)
            + "?force=true&fieldValidation=Strict&fieldManager=samples&dryRun=All",
        "application/apply-patch+yaml",
        instance.text());
  }

  private static void isComplete(Sample sample) {
    List<Sample.Instance> instances = sample.instances();
    assertThat(sample.folder().resolve("README.md")).exists();
    assertThat(instances).allMatch(file -> file.name().matches("(in)?valid-[-a-z0-9]+\\.yaml"));
    assertThat(instances).filteredOn(Sample.Instance::isValid).hasSizeGreaterThanOrEqualTo(2);
    assertThat(instances).filteredOn(each -> !each.isValid()).hasSizeGreaterThanOrEqualTo(2);
  }

  private static Compilation compile(List<Sample> samples) {
    List<SchemaSource> crds =
        samples.stream().flatMap(sample -> sample.crds().stream()).map(SamplesTest::crd).toList();
    SchemaCatalog catalog =
        SchemaCatalog.firstOf(
            List.of(CrdCatalog.read(crds).value().orElseThrow(), KubernetesCatalog.newest()));
    List<SourceFile> definitions = samples.stream().map(Sample::definition).toList();
    return ResourceGroupCompiler.compile(
        new CompilerInput(definitions, catalog, CompilerOptions.defaults()));
  }

  private static SchemaSource crd(SourceFile file) {
    YamlDocument document = document(file);
    return new SchemaSource(((YamlValue.Mapping) document.root()).toJson(), document.span());
  }

  private static String name(Sample.Instance instance) {
    YamlValue.Mapping object =
        (YamlValue.Mapping) document(SourceFile.of(instance.name(), instance.text())).root();
    YamlValue.Mapping metadata = (YamlValue.Mapping) object.get("metadata").orElseThrow();
    return String.valueOf(metadata.get("name").orElseThrow().toJson());
  }

  private static YamlDocument document(SourceFile file) {
    return YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0);
  }
}
