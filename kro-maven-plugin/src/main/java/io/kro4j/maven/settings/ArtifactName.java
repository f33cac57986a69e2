package io.kro4j.maven.settings;

import io.kro4j.maven.message.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The coordinates of an artifact, as {@code -Dartifact} of {@code dependency:get} takes them:
 * {@code groupId:artifactId[:extension[:classifier]]:version}.
 *
 * @param groupId the group
 * @param artifactId the artifact
 * @param extension the extension of the file; {@code jar} if not given
 * @param classifier the classifier, or empty
 * @param version the version; empty if the project says it: {@code groupId:artifactId}, or with an
 *     empty last part
 */
public record ArtifactName(
    String groupId, String artifactId, String extension, String classifier, String version) {
  private static final String JAR = "jar";

  /** Reads coordinates; empty if they are not of that form. */
  public static Optional<ArtifactName> parse(String text) {
    List<String> parts = Arrays.asList(text.strip().split(":", -1));
    int size = parts.size();
    boolean incomplete = parts.subList(0, Math.max(1, size - 1)).stream().anyMatch(String::isEmpty);
    boolean odd = parts.stream().anyMatch(part -> part.chars().anyMatch(ArtifactName::isOdd));
    if (size < 2 || size > 5 || incomplete || odd || parts.get(1).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ArtifactName(
            parts.get(0),
            parts.get(1),
            size > 3 ? parts.get(2) : JAR,
            size > 4 ? parts.get(3) : "",
            size > 2 ? parts.get(size - 1) : ""));
  }

  private static boolean isOdd(int character) {
    return character <= ' ' || "\\/<>|\"'?*".indexOf(character) >= 0;
  }

  /** The same artifact in another version. */
  public ArtifactName withVersion(String version) {
    return new ArtifactName(groupId, artifactId, extension, classifier, version);
  }

  /** Whether the version stands for several ones. */
  public boolean isRange() {
    return version.startsWith("[") || version.startsWith("(");
  }

  /** What tells it from other artifacts, whatever the version: {@code org.example:crds:zip}. */
  public String key() {
    String end = classifier.isEmpty() ? "" : ":" + classifier;
    return groupId
        + ":"
        + artifactId
        + (extension.equals(JAR) && end.isEmpty() ? "" : ":" + extension + end);
  }

  /** The coordinates. */
  public String text() {
    return key() + ":" + version;
  }

  /** The name that messages show of a file in it: {@code org.example:crds:1.0!/crds/web.yaml}. */
  public String nameOf(String file) {
    return text() + "!/" + Words.oneLine(file);
  }
}
