package io.kro4j.runtime.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.main.election.ElectionSettings;
import io.kro4j.runtime.main.log.LogSettings;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.SharedControlPlane;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class RuntimeProcessTest {
  private static final String NAMESPACE = "runtime-process";

  private ControlPlane controlPlane;

  @BeforeEach
  void namespace(ControlPlane shared) {
    controlPlane = shared;
    Connections.namespace(controlPlane.api(), NAMESPACE);
    controlPlane.api().delete(lease());
  }

  @Test
  void worksUntilItIsStopped() throws Exception {
    Probe work = new Probe();
    RuntimeProcess process = new RuntimeProcess(settings(Optional.empty()), work);
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(process::run);
    work.started.await();

    assertThat(process.stop()).isEqualTo(RuntimeProcess.OK);

    assertThat(code.get()).isEqualTo(RuntimeProcess.OK);
    assertThat(work.closed.getCount()).isZero();
  }

  @Test
  void settingsThatCannotBeUsedEndIt() {
    Work work =
        (settings, observer) -> {
          throw new IllegalArgumentException("no such file");
        };

    int code = new RuntimeProcess(settings(Optional.empty()), work).run();

    assertThat(code).isEqualTo(RuntimeProcess.FAILED);
  }

  @Test
  void anAddressInUseEndsIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProcessSettings settings =
          new ProcessSettings(
              RuntimeSettings.defaults("1.2.3"),
              LogSettings.DEFAULT,
              Optional.of((InetSocketAddress) taken.getLocalSocketAddress()),
              Optional.empty(),
              Optional.empty());

      assertThat(new RuntimeProcess(settings, new Probe()).run()).isEqualTo(RuntimeProcess.FAILED);
    }
  }

  @Test
  void oneThatStandsByTakesOverWhenTheLeaderEnds() throws Exception {
    Probe first = new Probe();
    Probe second = new Probe();
    RuntimeProcess leader = new RuntimeProcess(settings(election("first")), first);
    CompletableFuture<Integer> leaderCode = CompletableFuture.supplyAsync(leader::run);
    first.started.await();
    RuntimeProcess follower = new RuntimeProcess(settings(election("second")), second);
    CompletableFuture<Integer> followerCode = CompletableFuture.supplyAsync(follower::run);

    leader.stop();

    second.started.await();
    assertThat(leaderCode.get()).isEqualTo(RuntimeProcess.OK);
    assertThat(holder()).isEqualTo("second");
    follower.stop();
    assertThat(followerCode.get()).isEqualTo(RuntimeProcess.OK);
    assertThat(holder()).isNull();
  }

  @Test
  void oneThatStandsByEndsWithoutHavingWorked() throws Exception {
    Probe first = new Probe();
    Probe second = new Probe();
    RuntimeProcess leader = new RuntimeProcess(settings(election("first")), first);
    CompletableFuture<Integer> leaderCode = CompletableFuture.supplyAsync(leader::run);
    first.started.await();
    RuntimeProcess follower = new RuntimeProcess(settings(election("second")), second);
    CompletableFuture<Integer> followerCode = CompletableFuture.supplyAsync(follower::run);

    assertThat(follower.stop()).isEqualTo(RuntimeProcess.OK);

    assertThat(followerCode.get()).isEqualTo(RuntimeProcess.OK);
    assertThat(second.started.getCount()).isOne();
    assertThat(holder()).isEqualTo("first");
    leader.stop();
    leaderCode.get();
  }

  @Test
  void aLeaderWhoseLeaseAnotherOneHasEndsAtOnce() throws Exception {
    Probe work = new Probe();
    RuntimeProcess process = new RuntimeProcess(settings(election("first")), work);
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(process::run);
    work.started.await();

    controlPlane
        .api()
        .apply(
            """
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: controller.kro.run, namespace: %s}
            spec: {holderIdentity: another}
            """
                .formatted(NAMESPACE),
            "another");

    assertThat(code.get()).isEqualTo(RuntimeProcess.FAILED);
    assertThat(work.closed.getCount()).isOne();
  }

  private Object holder() {
    Object holder = controlPlane.api().get(lease()).at("spec", "holderIdentity");
    return "".equals(holder) ? null : holder;
  }

  private static ObjectRef lease() {
    return new ObjectRef("coordination.k8s.io/v1", "Lease", NAMESPACE, ElectionSettings.LEASE);
  }

  private ProcessSettings settings(Optional<ElectionSettings> election) {
    ClusterSettings cluster =
        ClusterSettings.defaults("kro4j/test").withKubeconfig(controlPlane.kubeconfigFile(), null);
    return new ProcessSettings(
        RuntimeSettings.defaults("1.2.3").withCluster(cluster),
        LogSettings.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        election);
  }

  private static Optional<ElectionSettings> election(String identity) {
    return Optional.of(
        new ElectionSettings(
            NAMESPACE,
            identity,
            Duration.ofSeconds(60),
            Duration.ofSeconds(40),
            Duration.ofMillis(100)));
  }

  /** Work that only tells that it began and ended. */
  private static final class Probe implements Work {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Running start(RuntimeSettings settings, RuntimeObserver observer) {
      started.countDown();
      return new Running() {
        @Override
        public String waitsFor() {
          return "";
        }

        @Override
        public String stuck() {
          return "";
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
    }
  }
}
