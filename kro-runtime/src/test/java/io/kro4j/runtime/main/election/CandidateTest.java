package io.kro4j.runtime.main.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class CandidateTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");

  private final AtomicLong nanoTime = new AtomicLong();
  private HttpCluster cluster;
  private String namespace;

  @BeforeEach
  void connect(ControlPlane controlPlane, TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    namespace = Connections.namespace(controlPlane.api(), "candidate-" + name);
    cluster = Connections.connect(controlPlane);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void theFirstLeadsAndGoesOnLeading(ControlPlane controlPlane) throws Exception {
    Candidate first = candidate("first");
    Candidate second = candidate("second");

    assertThat(first.attempt()).isTrue();
    assertThat(second.attempt()).isFalse();
    assertThat(first.attempt()).isTrue();
    assertThat(second.leader()).contains("first");
    Response lease = lease(controlPlane);
    assertThat(lease.at("spec", "holderIdentity")).isEqualTo("first");
    assertThat(lease.at("spec", "leaseDurationSeconds")).isEqualTo(15L);
    assertThat(lease.at("spec", "acquireTime")).isEqualTo("2026-01-31T12:00:00.123456Z");
    assertThat(lease.at("spec", "leaseTransitions")).isEqualTo(0L);
  }

  @Test
  void aSilentLeaderIsFollowedWhenItsTimeIsOver(ControlPlane controlPlane) throws Exception {
    Candidate first = candidate("first");
    Candidate second = candidate("second");
    first.attempt();
    second.attempt();

    passes(Duration.ofSeconds(14));
    assertThat(second.attempt()).isFalse();
    passes(Duration.ofSeconds(1));
    assertThat(second.attempt()).isTrue();

    assertThat(lease(controlPlane).at("spec", "leaseTransitions")).isEqualTo(1L);
    assertThat(first.attempt()).isFalse();
    assertThat(first.leader()).contains("second");
  }

  @Test
  void aLeaderThatRenewsIsNotFollowed() throws Exception {
    Candidate first = candidate("first");
    Candidate second = candidate("second");

    for (int i = 0; i < 4; i++) {
      assertThat(first.attempt()).isTrue();
      assertThat(second.attempt()).isFalse();
      passes(Duration.ofSeconds(10));
    }
  }

  @Test
  void whatIsGivenBackIsFreeAtOnce() throws Exception {
    Candidate first = candidate("first");
    Candidate second = candidate("second");
    first.attempt();
    second.attempt();

    first.release();

    assertThat(second.attempt()).isTrue();
    assertThat(first.attempt()).isFalse();
  }

  @Test
  void whoDoesNotLeadGivesNothingBack() throws Exception {
    Candidate first = candidate("first");
    Candidate second = candidate("second");
    first.attempt();
    second.attempt();

    second.release();

    assertThat(second.attempt()).isFalse();
    assertThat(first.attempt()).isTrue();
  }

  @Test
  void theSameOneComesBackWithoutWaiting(ControlPlane controlPlane) throws Exception {
    candidate("first").attempt();

    assertThat(candidate("first").attempt()).isTrue();

    assertThat(lease(controlPlane).at("spec", "leaseTransitions")).isEqualTo(0L);
  }

  @Test
  void aLeaseThatIsDeletedIsMadeAnew(ControlPlane controlPlane) throws Exception {
    Candidate first = candidate("first");
    first.attempt();
    controlPlane.api().delete(ref());

    Candidate second = candidate("second");
    assertThat(second.attempt()).isTrue();
    assertThat(second.leader()).contains("second");
  }

  private Candidate candidate(String identity) {
    return new Candidate(
        cluster, settings(identity), () -> NOW.plusNanos(nanoTime.get()), nanoTime::get);
  }

  private ElectionSettings settings(String identity) {
    return new ElectionSettings(
        namespace, identity, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  private void passes(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private Response lease(ControlPlane controlPlane) {
    return controlPlane.api().get(ref());
  }

  private ObjectRef ref() {
    return new ObjectRef("coordination.k8s.io/v1", "Lease", namespace, ElectionSettings.LEASE);
  }
}
