package io.kro4j.runtime.deploy;

import io.kro4j.compiler.artifact.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code deploy/install} is what Helm makes of the chart without any values. */
class InstallManifestsTest {
  private static final Path FILE = Path.of("..", "deploy", "install", "kro4j.yaml");

  @Test
  void theManifestsAreThoseOfTheChart() throws Exception {
    String rendered =
        Helm.render(
            "--include-crds",
            "--set",
            "metadata.includeHelmChart=false,metadata.includeManagedBy=false");

    Fixtures.assertSame(
        FILE, "# Made from deploy/chart by InstallManifestsTest. DO NOT EDIT.\n" + rendered);
  }
}
