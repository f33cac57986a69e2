package io.kro4j.runtime.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionNameTest {
  @Test
  void numbersHaveFiveDigitsAtLeast() {
    assertThat(RevisionName.of("my-webapp", 1)).isEqualTo("my-webapp-r00001");
    assertThat(RevisionName.of("my-webapp", 123456)).isEqualTo("my-webapp-r123456");
  }

  @Test
  void aNameThatIsTooLongIsCutAndHashed() {
    String name = RevisionName.of("a".repeat(250), 1);

    assertThat(name).hasSize(253).endsWith("-r00001-15da3d4f");
  }

  @Test
  void theLongestNameThatFitsIsKept() {
    assertThat(RevisionName.of("a".repeat(246), 1)).isEqualTo("a".repeat(246) + "-r00001");
  }

  @Test
  void aCutNameDoesNotEndInAMark() {
    assertThat(RevisionName.of("a".repeat(230) + ".-".repeat(10), 1))
        .matches("a{230}-r00001-[0-9a-f]{8}");
  }
}
