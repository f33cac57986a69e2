package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kro4j.maven.message.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownPropertiesTest {
  private static final List<String> KNOWN = List.of("kro.sources", "kro.output");

  @Test
  void saysWhatWasProbablyMeant() {
    assertThat(
            UnknownProperties.warnings(
                List.of("kro.souces", "kro.sources", "kro.zzz", "maven.repo.local"), () -> KNOWN))
        .extracting(Message::level, Message::text)
        .containsExactly(
            tuple(
                Message.Level.WARNING,
                "No goal takes the property `kro.souces`; did you mean `kro.sources`?"),
            tuple(Message.Level.WARNING, "No goal takes the property `kro.zzz`"));
  }
}
