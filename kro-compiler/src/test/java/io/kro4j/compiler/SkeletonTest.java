package io.kro4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkeletonTest {
  @Test
  void theModuleBuilds() {
    assertThat(SkeletonTest.class.getPackageName()).isEqualTo("io.kro4j.compiler");
  }
}
