package io.kro4j.runtime.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image as the script builds it from what the build packaged: what it is made of, and that what
 * is in it runs. The C library in it is that of the machine, so its JVM runs from where it is
 * unpacked.
 *
 * <p>Needs a JDK 25: the one of the tests, that of the variable {@code JAVA_HOME_25} or {@code
 * JAVA_HOME}, or one below {@code /usr/lib/jvm}. Without one nothing is tested.
 */
@ExtendWith(SharedControlPlane.class)
class ImageIT {
  private static final Path SCRIPTS = Path.of("..", "deploy", "image");
  private static final Path JVMS = Path.of("/usr/lib/jvm");
  private static final int RELEASE = 25;

  @TempDir private static Path folder;

  private static Path layout;
  private static Path root;
  private static Map<String, Object> config;
  private static List<Map<?, ?>> layers;

  @BeforeAll
  static void build() throws Exception {
    Optional<Path> jdk = jdk();
    assumeThat(jdk).as("the folder of a JDK " + RELEASE).isPresent();
    Path archive = folder.resolve("image.tar");
    run(SCRIPTS.resolve("build-oci").toString(), jdk.get().toString(), archive.toString());
    layout = Files.createDirectory(folder.resolve("layout"));
    root = Files.createDirectory(folder.resolve("root"));
    run("tar", "-xf", archive.toString(), "-C", layout.toString());
    Map<String, Object> manifest =
        blob(Helm.at(json(layout.resolve("index.json")), "manifests", 0));
    config = blob(manifest.get("config"));
    layers = ((List<?>) manifest.get("layers")).stream().<Map<?, ?>>map(Map.class::cast).toList();
    for (Map<?, ?> layer : layers) {
      run("tar", "-xzf", path(layer).toString(), "-C", root.toString());
    }
  }

  @Test
  void everyBlobIsWhatItsNameSays() throws Exception {
    List<String> digests = new ArrayList<>();
    try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
      for (Path blob : blobs.toList()) {
        assertThat(digest(Files.readAllBytes(blob))).isEqualTo(blob.getFileName().toString());
        digests.add(blob.getFileName().toString());
      }
    }
    assertThat(digests).hasSize(layers.size() + 2);
    List<?> contents = (List<?>) Helm.at(config, "rootfs", "diff_ids");
    assertThat(contents).hasSameSizeAs(layers);
    for (int i = 0; i < layers.size(); i++) {
      byte[] content = run("gzip", "-dc", path(layers.get(i)).toString());
      assertThat(contents.get(i)).isEqualTo("sha256:" + digest(content));
    }
  }

  @Test
  void itRunsAsNobodyAndSaysWhatItIs() throws Exception {
    assertThat(Helm.at(config, "config", "User")).isEqualTo("65532:65532");
    assertThat(Helm.at(config, "config", "ExposedPorts")).asString().contains("8078", "8079");
    assertThat(Helm.at(config, "config", "Labels", "org.opencontainers.image.title"))
        .isEqualTo("kro-runtime");
    assertThat(Helm.at(config, "os")).isEqualTo("linux");
    assertThat(Helm.at(config, "created")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(entryPoint())
        .startsWith("/opt/jre/bin/java")
        .contains("-XX:SharedArchiveFile=/opt/kro-runtime/lib/kro-runtime.jsa");
    String dockerfile = Files.readString(SCRIPTS.resolve("Dockerfile"));
    assertThat(dockerfile).contains("USER 65532:65532");
    assertThat(entryPoint()).allSatisfy(part -> assertThat(dockerfile).contains(part));
    assertThat(root.resolve("etc/passwd")).content().contains("kro:x:65532:65532:");
  }

  @Test
  void nothingInItMayBeChangedByWhoRunsIt() throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(file -> !file.equals(root) && !Files.isSymbolicLink(file)))
          .allSatisfy(
              file -> {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertThat(rights.charAt(7)).as("%s %s", file, rights).isIn('-', tmp(file));
                assertThat(rights.charAt(6)).as("%s %s", file, rights).isEqualTo('r');
              });
    }
    try (Stream<Path> shells = Files.walk(root)) {
      assertThat(shells.map(file -> file.getFileName().toString()))
          .doesNotContain("sh", "bash", "busybox");
    }
  }

  @Test
  void theEntryPointServesWithTheArchiveOfClassesAndWritesNothing(ControlPlane controlPlane)
      throws Exception {
    Path loaded = folder.resolve("classes.log");
    Map<String, String> before = files();
    List<String> program = new ArrayList<>();
    entryPoint().forEach(part -> program.add(part.replace("/opt/", root + "/opt/")));
    // Ends with an error if the archive does not suit the JVM or the jars.
    program.add(1, "-Xshare:on");
    program.add(1, "-Xlog:class+load:file=" + loaded);
    Path kubeconfig = Files.copy(controlPlane.kubeconfigFile(), folder.resolve("kubeconfig"));

    try (RuntimeProcess runtime =
        RuntimeProcess.start(folder, program, List.of("--kubeconfig=" + kubeconfig))) {
      runtime.awaitReady();

      assertThat(runtime.status("/healthz")).isEqualTo(200);
      assertThat(runtime.metrics()).contains("jvm_runtime_info{", "version=\"" + RELEASE);
      assertThat(runtime.terminate()).as(runtime.log()).isZero();
    }

    assertThat(files()).isEqualTo(before);
    List<String> own =
        Files.readAllLines(loaded).stream()
            .filter(line -> line.contains("] io.kro4j.runtime.") && !line.contains("Lambda"))
            .toList();
    assertThat(own).hasSizeGreaterThan(100);
    assertThat(own)
        .filteredOn(line -> line.contains("source: shared objects file"))
        .hasSizeGreaterThan(own.size() * 8 / 10);
  }

  private static Optional<Path> jdk() throws IOException {
    List<Path> places = new ArrayList<>();
    for (String home :
        new String[] {
          System.getProperty("java.home"), System.getenv("JAVA_HOME_25"), System.getenv("JAVA_HOME")
        }) {
      Optional.ofNullable(home).map(Path::of).ifPresent(places::add);
    }
    if (Files.isDirectory(JVMS)) {
      try (Stream<Path> jvms = Files.list(JVMS)) {
        jvms.sorted().forEach(places::add);
      }
    }
    return places.stream().filter(ImageIT::isOfTheRelease).findFirst();
  }

  private static boolean isOfTheRelease(Path jdk) {
    try {
      return Files.isExecutable(jdk.resolve("bin/jlink"))
          && Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"" + RELEASE);
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> entryPoint() {
    return ((List<?>) Helm.at(config, "config", "Entrypoint"))
        .stream().map(String::valueOf).toList();
  }

  private static char tmp(Path file) {
    return file.equals(root.resolve("tmp")) ? 'w' : '-';
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        found.put(file.toString(), Files.getLastModifiedTime(file).toString());
      }
    }
    return found;
  }

  private static Map<String, Object> blob(Object descriptor) throws IOException {
    return json(path((Map<?, ?>) descriptor));
  }

  private static Path path(Map<?, ?> descriptor) {
    return layout
        .resolve("blobs")
        .resolve(String.valueOf(descriptor.get("digest")).replace(':', '/'));
  }

  private static Map<String, Object> json(Path file) throws IOException {
    return Helm.objects(Files.readString(file)).get(0);
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] run(String... command) throws Exception {
    Path errors = Files.createTempFile(folder, "errors", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor())
        .as("%s: %s", List.of(command), Files.readString(errors, StandardCharsets.UTF_8))
        .isZero();
    return output;
  }
}
