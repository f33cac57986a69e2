package io.kro4j.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.queue.FairQueue.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private static final Duration FIRST = Duration.ofMillis(200);

  private final AtomicLong now = new AtomicLong();
  private final FairQueue<String, String> queue = queue(10, 100, 20);

  private FairQueue<String, String> queue(double perSecond, int burst, int maxRetries) {
    QueueSettings settings =
        new QueueSettings(
            new Backoff(FIRST, Duration.ofSeconds(1000)), perSecond, burst, maxRetries);
    return new FairQueue<>(settings, now::get);
  }

  @Test
  void handsOutAKeyThatWasAddedTwiceOnce() {
    open("a", 5);
    queue.add("a", "1");
    queue.add("a", "1");
    queue.add("a", "2");

    assertThat(takeAll()).containsExactly("a/1", "a/2");
  }

  @Test
  void letsLanesTakeTurns() {
    open("flood", 5);
    open("other", 5);
    for (int i = 0; i < 4; i++) {
      queue.add("flood", String.valueOf(i));
    }
    queue.add("other", "x");

    assertThat(takeAll()).containsExactly("flood/0", "other/x", "flood/1", "flood/2", "flood/3");
  }

  @Test
  void givesAKeyToOneWorkerAtATime() {
    open("a", 5);
    queue.add("a", "1");
    Item<String, String> taken = take();
    queue.add("a", "1");

    assertThat(takeAll()).isEmpty();

    queue.done(taken);

    assertThat(takeAll()).containsExactly("a/1");
  }

  @Test
  void worksOnNoMoreKeysOfALaneThanItHasWorkers() {
    open("a", 1);
    queue.add("a", "1");
    queue.add("a", "2");
    Item<String, String> taken = take();

    assertThat(takeAll()).isEmpty();

    queue.done(taken);

    assertThat(takeAll()).containsExactly("a/2");
  }

  @Test
  void holdsADelayedKeyUntilItIsDue() {
    open("a", 5);
    queue.addAfter("a", "1", Duration.ofSeconds(3));
    advance(Duration.ofMillis(2999));

    assertThat(takeAll()).isEmpty();

    advance(Duration.ofMillis(1));

    assertThat(takeAll()).containsExactly("a/1");
  }

  @Test
  void keepsTheEarliestOfSeveralDelays() {
    open("a", 5);
    queue.addAfter("a", "1", Duration.ofSeconds(3));
    queue.addAfter("a", "1", Duration.ofSeconds(1));
    queue.addAfter("a", "1", Duration.ofSeconds(2));
    advance(Duration.ofSeconds(1));

    assertThat(takeAll()).containsExactly("a/1");

    advance(Duration.ofSeconds(10));

    assertThat(takeAll()).isEmpty();
  }

  @Test
  void doublesTheWaitWithEachFailureAndForgetsThemOnSuccess() {
    open("a", 5);

    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofMillis(200));
    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofMillis(400));
    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofMillis(800));

    queue.succeeded("a", "1");

    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofMillis(200));
  }

  @Test
  void waitsAtLeastAsLongAsItIsTold() {
    open("a", 5);

    assertThat(queue.retry("a", "1", Duration.ofSeconds(7))).contains(Duration.ofSeconds(7));
  }

  @Test
  void givesUpAfterTheLastRetry() {
    FairQueue<String, String> impatient = queue(0, 0, 2);
    impatient.open("a", 1, Optional.empty());
    impatient.retry("a", "1", Duration.ZERO);
    impatient.retry("a", "1", Duration.ZERO);

    assertThat(impatient.retry("a", "1", Duration.ZERO)).isEmpty();
    assertThat(impatient.retry("a", "1", Duration.ZERO)).contains(FIRST);
  }

  @Test
  void spreadsManyRetriesOverTime() {
    FairQueue<String, String> slow = queue(10, 1, 20);
    slow.open("a", 1, Optional.empty());
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waits.add(slow.retry("a", String.valueOf(i), Duration.ZERO).orElseThrow());
    }

    assertThat(waits)
        .containsExactly(FIRST, FIRST, FIRST, Duration.ofMillis(300), Duration.ofMillis(400));
  }

  @Test
  void takesTheBackoffOfTheLane() {
    Backoff own = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(3));
    queue.open("a", 1, Optional.of(own));

    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofSeconds(1));
    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofSeconds(2));
    assertThat(queue.retry("a", "1", Duration.ZERO)).contains(Duration.ofSeconds(3));
  }

  @Test
  void forgetsTheKeysOfAClosedLane() {
    open("a", 1);
    queue.add("a", "1");
    queue.addAfter("a", "2", FIRST);
    queue.close("a");
    open("a", 1);
    advance(FIRST);

    assertThat(takeAll()).isEmpty();
    assertThat(queue.length()).isZero();
  }

  @Test
  void givesAKeyToOneWorkerAtATimeEvenIfItsLaneWasClosedMeanwhile() {
    open("a", 5);
    queue.add("a", "1");
    Item<String, String> taken = take();
    queue.close("a");
    open("a", 5);
    queue.add("a", "1");

    assertThat(takeAll()).isEmpty();

    queue.done(taken);

    assertThat(takeAll()).containsExactly("a/1");
  }

  @Test
  void wakesAWorkerThatWaits() throws Exception {
    open("a", 1);
    CompletableFuture<Item<String, String>> worker = CompletableFuture.supplyAsync(this::take);
    queue.add("a", "1");

    assertThat(worker.get(10, TimeUnit.SECONDS)).isEqualTo(new Item<>("a", "1"));
  }

  @Test
  void tellsWhetherAllOtherLanesAreIdle() throws Exception {
    open("a", 1);
    open("b", 1);
    queue.add("b", "1");
    assertThat(queue.isIdleBut("a")).isFalse();
    assertThat(queue.isIdleBut("b")).isTrue();

    Item<String, String> taken = queue.take().orElseThrow();
    assertThat(queue.isIdleBut("a")).isFalse();

    queue.done(taken);
    assertThat(queue.isIdleBut("a")).isTrue();
  }

  @Test
  void letsWorkersGoWhenItIsShutDown() throws Exception {
    CompletableFuture<Optional<Item<String, String>>> worker =
        CompletableFuture.supplyAsync(this::takeOrEnd);
    queue.shutDown();

    assertThat(worker.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  private void open(String lane, int workers) {
    queue.open(lane, workers, Optional.empty());
  }

  private void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Item<String, String> take() {
    return takeOrEnd().orElseThrow();
  }

  private Optional<Item<String, String>> takeOrEnd() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> takeAll() {
    List<String> taken = new ArrayList<>();
    for (Optional<Item<String, String>> item = queue.poll();
        item.isPresent();
        item = queue.poll()) {
      item.ifPresent(due -> taken.add(due.lane() + "/" + due.key()));
    }
    return taken;
  }
}
