package io.kro4j.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.maven.Examples;
import io.kro4j.maven.KnownSurroundings;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.SchemaParameters;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockWritingTest {
  private static final Path SCHEMA = Path.of("../docs/schemas/lock.schema.json");

  private static final String CACHE =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: caches.example.com
      spec:
        group: example.com
        scope: Namespaced
        names:
          kind: Cache
          plural: caches
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
      """;

  @TempDir Path root;
  private Path base;
  private Path lock;
  private KnownSurroundings surroundings;

  @BeforeEach
  void project() throws IOException {
    base = root.resolve("market");
    lock = base.resolve("kro.lock");
    write("crds/cache.yaml", CACHE);
    write(
        "src/main/kro/shop.yaml",
        Examples.SHOP.replace("shop", "market").replace("Shop", "Market"));
    write("../shop/src/main/kro/shop.yaml", Examples.SHOP);
    write("../classes/crds/cache.yaml", CACHE.replace("ache", "rate"));
    Path shop = root.resolve("shop");
    surroundings =
        new KnownSurroundings("it:market")
            .with("it:crates:zip:1.0", root.resolve("classes"))
            .with("it:crates:zip:2.0", root.resolve("classes"))
            .with("it:shop", Examples.settings(shop, List.of("src/main/kro")))
            .with("it:market", Examples.settings(base, List.of("src/main/kro")));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    assertThat(written(everything("1.36")))
        .containsExactly(
            "INFO Written market/kro.lock: Kubernetes 1.36 (v1.36.3), 1 CRD file, 1 OpenAPI file,"
                + " 1 artifact, 1 module");

    ObjectMapper json = new ObjectMapper();
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(json.readTree(Files.readString(SCHEMA)))
                .validate(json.readTree(Files.readString(lock))))
        .isEmpty();
    assertThat(findings(everything("1.36"))).isEmpty();
  }

  @Test
  void leavesItAloneIfNothingChangedThatCounts() throws IOException {
    written(everything("1.36"));
    String text = Files.readString(lock).replace("\n", "\r\n");
    Files.writeString(lock, text);
    write("crds/cache.yaml", CACHE.replace("\n", "\r\n"));
    write("../classes/crds/cache.yaml", CACHE.replace("ache", "rate").replace("\n", "\r\n"));
    write("../shop/src/main/kro/shop.yaml", "# A comment.\n" + Examples.SHOP);

    assertThat(findings(everything(""))).isEmpty();
    assertThat(written(everything("")))
        .containsExactly(
            "INFO Unchanged: market/kro.lock: Kubernetes 1.36 (v1.36.3), 1 CRD file, 1 OpenAPI"
                + " file, 1 artifact, 1 module");
    assertThat(Files.readString(lock)).isEqualTo(text);
  }

  @Test
  void saysWhatChanged() throws IOException {
    written(everything("1.35"));
    write(
        "../shop/src/main/kro/shop.yaml",
        Examples.SHOP.replace("string | required=true", "string"));
    write("../classes/crds/cache.yaml", CACHE.replace("ache", "rank"));
    Files.delete(base.resolve("openapi/none.json"));
    write("crds/cache.yaml", CACHE + "# \n");
    write("crds/further.yaml", CACHE);
    Settings settings =
        settings(List.of("crds"), List.of(), List.of("it:crates:zip:2.0"), List.of("shop"), "1.36");

    assertThat(findings(settings))
        .containsExactly(
            "lock.kubernetes the build uses Kubernetes 1.36, and the lock says 1.35",
            "lock.added the CRD file `crds/further.yaml` is used and not in the lock",
            "lock.changed the CRD file `crds/cache.yaml` is not what it was when the lock was"
                + " written",
            "lock.missing the OpenAPI file `openapi/none.json` is in the lock and not used",
            "lock.changed the artifact `it:crates:zip` has version 2.0, and in the lock 1.0",
            "lock.changed the module `it:shop` is not what it was when the lock was written");
    assertThat(written(settings))
        .containsExactly(
            "INFO Written market/kro.lock: Kubernetes 1.36 (v1.36.3), 2 CRD files, 1 artifact, 1"
                + " module",
            "INFO   ~ Kubernetes 1.35 (v1.35.4) to Kubernetes 1.36 (v1.36.3)",
            "INFO   ~ CRD file crds/cache.yaml",
            "INFO   + CRD file crds/further.yaml",
            "INFO   - OpenAPI file openapi/none.json",
            "INFO   ~ artifact it:crates:zip, 1.0 to 2.0",
            "INFO   ~ module it:shop");
    assertThat(findings(settings)).isEmpty();
  }

  @Test
  void keepsTheVersionOfKubernetes() throws IOException {
    written(plain("1.34"));

    assertThat(findings(plain(""))).isEmpty();
    assertThat(written(plain("")))
        .containsExactly("INFO Unchanged: market/kro.lock: Kubernetes 1.34 (v1.34.4)");
  }

  @Test
  void choosesNoOtherVersionForOneThatIsUnknown() throws IOException {
    written(plain("1.34"));
    String text = Files.readString(lock).replace("\"1.34\"", "\"1.99\"");
    Files.writeString(lock, text);

    assertThat(findings(plain("")))
        .containsExactly(
            "lock.kubernetes the lock says Kubernetes 1.99, which is not one of 1.32, 1.33, 1.34,"
                + " 1.35, 1.36");
    assertThat(new LockWriting(plain("")).run().failure()).contains("1 error");
    assertThat(Files.readString(lock)).isEqualTo(text);
    assertThat(new LockWriting(plain("1.36")).run().failure()).isEmpty();
    assertThat(findings(plain(""))).isEmpty();
  }

  @Test
  void replacesWhatIsBroken() throws IOException {
    Files.writeString(lock, "<<<<<<< ours\n");

    assertThat(findings(plain(""))).singleElement().asString().startsWith("lock.invalid-file ");
    assertThat(written(plain("")))
        .containsExactly(
            "WARNING What was in market/kro.lock could not be read: see what has changed",
            "INFO Written market/kro.lock: Kubernetes 1.36 (v1.36.3)");
    assertThat(findings(plain(""))).isEmpty();
  }

  @Test
  void leavesWhatANewerVersionWrote() throws IOException {
    String text = "{\"format\": \"kro4j.io/lock/v2\"}";
    Files.writeString(lock, text);

    assertThat(findings(plain(""))).singleElement().asString().startsWith("lock.newer-format ");
    assertThat(new LockWriting(plain("1.36")).run().failure()).contains("1 error");
    assertThat(Files.readString(lock)).isEqualTo(text);
  }

  @Test
  void writesNothingIfAParameterIsWrong() throws IOException {
    Settings settings = settings(List.of("nowhere"), List.of(), List.of("a"), List.of("b"), "");

    assertThat(new LockWriting(settings).run().failure()).contains("3 wrong parameters");
    assertThat(lock).doesNotExist();
  }

  @Test
  void writesNothingIfWhatItWouldNameCannotBeRead() throws IOException {
    written(everything("1.36"));
    String text = Files.readString(lock);
    write("crds/broken.yaml", CACHE.replace("    kind: Cache\n", ""));
    write("../classes/crds/old.yaml", old(CACHE.replace("ache", "other")));

    GoalReport report = new LockWriting(everything("1.36")).run();

    assertThat(report.failure()).contains("2 errors");
    assertThat(report.messages().stream().map(Message::text))
        .anyMatch(line -> line.startsWith("market/crds/broken.yaml:1:1: error: "))
        .anyMatch(line -> line.startsWith("it:crates:zip:1.0!/crds/old.yaml:1:1: error: "));
    assertThat(lock).hasContent(text);
  }

  @Test
  void isNotAboutTheGroups() throws IOException {
    write("src/main/kro/broken.yaml", "apiVersion: kro.run/v1alpha1\nkind: ResourceGroup\n");

    assertThat(written(plain("1.36")))
        .containsExactly("INFO Written market/kro.lock: Kubernetes 1.36 (v1.36.3)");
  }

  /** Which of the two is read depends on the other files, and the digest is of each. */
  @Test
  void holdsWhatIsPassedOverBesideANewerVersion() throws IOException {
    write("../classes/crds/cache-v1beta1.yml", old(CACHE.replace("ache", "rate")));
    written(everything("1.36"));
    assertThat(findings(everything("1.36"))).isEmpty();

    Files.delete(root.resolve("classes/crds/cache-v1beta1.yml"));

    assertThat(findings(everything("1.36")))
        .containsExactly(
            "lock.changed the artifact `it:crates:zip` is not what it was when the lock was"
                + " written");
  }

  @Test
  void anArtifactsOldVersionNeedsANewerOneInTheSame() throws IOException {
    write("../classes/crds/cache.yaml", old(CACHE));

    assertThat(findings(everything("1.36")))
        .containsExactly(
            "schema.invalid-source CustomResourceDefinition `caches.example.com` is of"
                + " `apiextensions.k8s.io/v1beta1`, which is not supported");
  }

  private static String old(String crd) {
    return crd.replace("apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1");
  }

  private Settings everything(String kubernetesVersion) throws IOException {
    write("openapi/none.json", "{\"openapi\": \"3.0.0\", \"paths\": {}}");
    return settings(
        List.of("crds"),
        List.of("openapi"),
        List.of("it:crates:zip:1.0"),
        List.of("shop"),
        kubernetesVersion);
  }

  private Settings plain(String kubernetesVersion) {
    return settings(List.of(), List.of(), List.of(), List.of(), kubernetesVersion);
  }

  private Settings settings(
      List<String> crds,
      List<String> openapi,
      List<String> artifacts,
      List<String> modules,
      String kubernetesVersion) {
    return Examples.withSchemas(
        Examples.settings(base, List.of("src/main/kro")),
        root,
        new SchemaParameters(
            crds, openapi, artifacts, modules, kubernetesVersion, lock, surroundings));
  }

  private static List<String> written(Settings settings) throws IOException {
    GoalReport report = new LockWriting(settings).run();
    assertThat(report.failure()).isEmpty();
    return report.messages().stream().map(each -> each.level() + " " + each.text()).toList();
  }

  private static List<String> findings(Settings settings) throws IOException {
    return Examples.outcome(settings).found().diagnostics().stream()
        .map(LockWritingTest::text)
        .toList();
  }

  private static String text(Diagnostic finding) {
    return finding.id().code() + " " + finding.message();
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
