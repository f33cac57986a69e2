package io.kro4j.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final AtomicLong now = new AtomicLong(1000);

  @Test
  void letsABurstThroughAndThenSoManyPerSecond() {
    TokenBucket bucket = new TokenBucket(new RateLimit(10, 3), now::get);

    for (int n = 0; n < 3; n++) {
      assertThat(bucket.take()).isZero();
    }
    assertThat(bucket.take()).isEqualTo(Duration.ofMillis(100));
    now.addAndGet(Duration.ofMillis(60).toNanos());
    assertThat(bucket.take()).isCloseTo(Duration.ofMillis(40), Duration.ofNanos(10));
    now.addAndGet(Duration.ofMillis(41).toNanos());
    assertThat(bucket.take()).isZero();
  }

  @Test
  void aPauseFillsItOnlyToTheBurst() {
    TokenBucket bucket = new TokenBucket(new RateLimit(10, 2), now::get);
    now.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(bucket.take()).isZero();
    assertThat(bucket.take()).isZero();
    assertThat(bucket.take()).isPositive();
  }

  @Test
  void noLimitIsNoLimit() {
    TokenBucket bucket = new TokenBucket(RateLimit.NONE, now::get);

    for (int n = 0; n < 1000; n++) {
      assertThat(bucket.take()).isZero();
    }
  }

  @Test
  void theGateKeepsTheOrderAndTheNumberInside() {
    RequestGate gate = new RequestGate(1, RateLimit.NONE);
    CompletableFuture<String> first = new CompletableFuture<>();

    CompletableFuture<String> one = gate.pass(() -> first);
    CompletableFuture<String> two = gate.pass(() -> CompletableFuture.completedFuture("two"));
    assertThat(two).isNotDone();
    first.completeExceptionally(new IllegalStateException("failed"));

    assertThat(one).isCompletedExceptionally();
    assertThat(two).isCompletedWithValue("two");
  }

  @Test
  void theGateWaitsForTheRate() {
    RequestGate gate = new RequestGate(64, new RateLimit(50, 1));
    long begin = System.nanoTime();

    for (int n = 0; n < 6; n++) {
      gate.pass(() -> CompletableFuture.completedFuture("sent")).join();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(95));
  }
}
