package io.kro4j.maven.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrdFilesTest {
  private static final String CRD = "apiVersion: x\nkind: CustomResourceDefinition\n";

  @TempDir Path folder;

  @Test
  void findsThemInArchivesByName() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = zip(zip)) {
      put(out, "z.yaml", CRD);
      put(out, "a/b.YML", CRD);
      put(out, "list.json", "{\"items\": [{\"kind\": \"CustomResourceDefinition\"}]}");
      put(out, "chart/role.yaml", "kind: ClusterRole\nresources: [customresourcedefinitions]\n");
      put(out, "readme.md", CRD);
    }

    CrdFiles found = CrdFiles.in(zip);

    assertThat(found.problem()).isEmpty();
    assertThat(found.files())
        .extracting(CrdFile::name)
        .containsExactly("a/b.YML", "list.json", "z.yaml");
    assertThat(found.files().get(2).content()).asString().isEqualTo(CRD);
    assertThat(found.searched()).isEqualTo(4);
  }

  @Test
  void findsThemInFolders() throws IOException {
    Files.createDirectories(folder.resolve("classes/crds"));
    Files.writeString(folder.resolve("classes/crds/web.yaml"), CRD);

    assertThat(CrdFiles.in(folder.resolve("classes")).files())
        .extracting(CrdFile::name)
        .containsExactly("crds/web.yaml");
  }

  @Test
  void saysWhatIsNoArchive() throws IOException {
    Path text = Files.writeString(folder.resolve("a.jar"), "no archive");
    Path empty = Files.createFile(folder.resolve("b.jar"));

    assertThat(CrdFiles.in(text).problem()).contains("is no jar or zip archive, or a damaged one");
    assertThat(CrdFiles.in(empty).problem()).contains("is no jar or zip archive, or a damaged one");
  }

  @Test
  void doesNotUnpackWhatIsMadeToBeTooLarge() throws IOException {
    Path large = folder.resolve("large.zip");
    byte[] blank = new byte[1024 * 1024];
    try (ZipOutputStream out = zip(large)) {
      out.putNextEntry(new ZipEntry("bomb.yaml"));
      for (int i = 0; i < 40; i++) {
        out.write(blank);
      }
      out.closeEntry();
    }
    Path many = folder.resolve("many.zip");
    try (ZipOutputStream out = zip(many)) {
      for (int i = 0; i <= 20_000; i++) {
        put(out, i + ".yaml", "");
      }
    }

    assertThat(CrdFiles.in(large).problem())
        .contains("has a file of more than 32 MiB, `bomb.yaml`");
    assertThat(CrdFiles.in(many).problem())
        .contains("has more than 20000 YAML and JSON files, or more than 256 MiB of them");
  }

  private static ZipOutputStream zip(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new ZipOutputStream(out);
  }

  private static void put(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
