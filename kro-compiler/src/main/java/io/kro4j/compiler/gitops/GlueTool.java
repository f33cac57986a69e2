package io.kro4j.compiler.gitops;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A tool that brings what is in Git to a cluster. */
public enum GlueTool {
  /** Argo CD. */
  ARGOCD("Argo CD"),
  /** Flux. */
  FLUX("Flux");

  private final String title;

  GlueTool(String title) {
    this.title = title;
  }

  /** The name as people write it. */
  String title() {
    return title;
  }

  /** The name as parameters have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tool of a name, if there is one. */
  public static Optional<GlueTool> of(String text) {
    return Stream.of(values()).filter(tool -> tool.text().equals(text)).findFirst();
  }
}
