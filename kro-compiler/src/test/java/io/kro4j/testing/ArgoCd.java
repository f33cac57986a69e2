package io.kro4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What tests need of Argo CD, which does not run here. */
public final class ArgoCd {
  private ArgoCd() {}

  /**
   * The CRD of its Applications. The first call on a machine gets it.
   *
   * @throws IllegalStateException if it cannot be had
   */
  public static String applicationCrd() {
    try {
      return Files.readString(Programs.argocd().resolve("application-crd.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
