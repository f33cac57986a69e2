package io.kro4j.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.message.ShownPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactNameTest {
  @ParameterizedTest
  @CsvSource({
    "org.example:crds:1.0, org.example:crds, 1.0",
    "org.example:crds, org.example:crds, ''",
    "org.example:crds:zip:1.0, org.example:crds:zip, 1.0",
    "org.example:crds:jar:1.0, org.example:crds, 1.0",
    "org.example:crds:jar:all:1.0, org.example:crds:jar:all, 1.0",
    "org.example:crds:zip:, org.example:crds:zip, ''",
    "org.example:crds:zip:all:, org.example:crds:zip:all, ''",
  })
  void readsCoordinatesInMavensOrder(String text, String key, String version) {
    ArtifactName name = ArtifactName.parse(text).orElseThrow();

    assertThat(name.key()).isEqualTo(key);
    assertThat(name.version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "crds", ":crds", "org.example:", "a::1", "a:b:c:d:e:f", "a:b c:1", "../a:b:1"})
  void refusesWhatIsNoCoordinates(String text) {
    assertThat(ArtifactName.parse(text)).isEmpty();
  }

  @Test
  void namesFilesInArtifacts() {
    ArtifactName name = ArtifactName.parse("org.example:crds:1.0").orElseThrow();

    assertThat(name.nameOf("crds/web.yaml")).isEqualTo("org.example:crds:1.0!/crds/web.yaml");
    assertThat(ShownPaths.isInArtifact(name.nameOf("crds/web.yaml"))).isTrue();
    assertThat(ShownPaths.isInArtifact("src/main/crds/a!/web.yaml")).isFalse();
    assertThat(ShownPaths.isInArtifact("src/a:b!/web.yaml")).isFalse();
  }
}
