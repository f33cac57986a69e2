package io.kro4j.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ApiException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void theHeaderSaysWhenToComeBack() {
    ApiException busy = failure(429, "7", "{\"kind\": \"Status\", \"code\": 429}");

    assertThat(busy.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void theDetailsSayItToo() {
    ApiException later =
        failure(503, null, "{\"code\": 503, \"details\": {\"retryAfterSeconds\": 3}}");

    assertThat(later.kind()).isEqualTo(Kind.SERVER);
    assertThat(later.retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void aTypeThatIsOnlyNewIsTold() {
    String initializing = "{\"code\": %d, \"message\": \"storage is (re)initializing\"}";

    assertThat(failure(429, "1", initializing.formatted(429)).isNotYet()).isTrue();
    assertThat(failure(503, "1", initializing.formatted(503)).isNotYet()).isTrue();
    assertThat(failure(429, "1", "{\"code\": 429, \"message\": \"too many\"}").isNotYet())
        .isFalse();
    assertThat(failure(403, null, initializing.formatted(403)).isNotYet()).isFalse();
  }

  @Test
  void plainTextIsShown() {
    ApiException refused = failure(502, null, "<html>bad gateway</html>");

    assertThat(refused).hasMessage("<html>bad gateway</html>");
    assertThat(refused.isTransient()).isTrue();
  }

  @Test
  void aTypeThatIsNotServedIsNoMissingObject() {
    String missing = "{\"code\": 404, \"details\": {\"name\": \"a\"}, \"reason\": \"NotFound\"}";

    assertThat(failure(404, null, missing).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(failure(404, null, "404 page not found\n").kind()).isEqualTo(Kind.NOT_SERVED);
    assertThat(failure(404, null, "{\"code\": 404, \"details\": {}}").kind())
        .isEqualTo(Kind.NOT_SERVED);
  }

  private static ApiException failure(int code, @Nullable String retryAfter, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Answer(code, retryAfter, null, bytes).failure();
  }
}
