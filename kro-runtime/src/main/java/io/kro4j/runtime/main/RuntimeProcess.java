package io.kro4j.runtime.main;

import io.kro4j.runtime.FeatureGate;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.main.election.ElectionSettings;
import io.kro4j.runtime.main.election.LeaderElection;
import io.kro4j.runtime.main.metrics.RuntimeMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the process: it answers probes from the beginning, works while it leads, and ends
 * when it is told to or must. One thread calls {@link #run}; another may call {@link #stop}.
 */
final class RuntimeProcess {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeProcess.class);

  /** What the process ends with when it did what it should. */
  static final int OK = 0;

  /** What it ends with when it could not go on; it should be started again. */
  static final int FAILED = 1;

  /** Beyond the time for the work itself: for the Lease and the connections. */
  private static final Duration EXTRA = Duration.ofSeconds(5);

  private final ProcessSettings settings;
  private final Work work;
  private final RuntimeMetrics metrics;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile State state = State.STARTING;
  private volatile Work.@Nullable Running running;
  private volatile @Nullable LeaderElection election;
  private volatile int code = FAILED;

  RuntimeProcess(ProcessSettings settings, Work work) {
    this.settings = settings;
    this.work = work;
    this.metrics =
        new RuntimeMetrics(
            settings.runtime().version(),
            settings.runtime().has(FeatureGate.INSTANCE_CONDITION_METRICS));
  }

  private enum Event {
    LEADS,
    LOST,
    STOP
  }

  private enum State {
    STARTING,
    STANDING_BY,
    WORKING,
    ENDING
  }

  /**
   * Runs until it is stopped or cannot go on.
   *
   * @return the exit code
   */
  int run() {
    LOG.info("Starting version={}", settings.runtime().version());
    try (Endpoints endpoints =
        Endpoints.start(
            settings.metrics(), metrics, settings.probes(), this::stuck, this::waitsFor)) {
      LOG.info("Answering ports={}", endpoints.ports());
      Preflight.ask(settings.runtime().cluster(), metrics.requests());
      code = live();
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("Cannot start reason={}", reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
    return code;
  }

  /**
   * Ends what {@link #run} does and waits for it.
   *
   * @return the exit code
   */
  int stop() {
    events.add(Event.STOP);
    Duration patience = settings.runtime().shutdownTimeout().plus(EXTRA);
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error("Not everything ended in time timeout={}", settings.runtime().shutdownTimeout());
        return FAILED;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return code;
  }

  private int live() throws InterruptedException {
    if (settings.election().isEmpty()) {
      return workUntilStopped();
    }
    ElectionSettings rules = settings.election().get();
    metrics.leads(ElectionSettings.LEASE, false);
    try (HttpCluster cluster = HttpCluster.connect(electionCluster(rules), metrics.requests());
        LeaderElection campaign = new LeaderElection(cluster, rules, new Ballot())) {
      election = campaign;
      state = State.STANDING_BY;
      campaign.start();
      return switch (events.take()) {
        case LEADS -> workUntilStopped();
        case LOST -> FAILED;
        case STOP -> OK;
      };
    }
  }

  private int workUntilStopped() throws InterruptedException {
    Work.Running begun = work.start(settings.runtime(), metrics);
    running = begun;
    state = State.WORKING;
    Event event = events.take();
    state = State.ENDING;
    if (event == Event.LOST) {
      // The next leader may be at work already, so nothing is finished first.
      LOG.error("Ending at once, since this process does not lead any more");
      return FAILED;
    }
    LOG.info("Ending timeout={}", settings.runtime().shutdownTimeout());
    begun.close();
    return OK;
  }

  /** Its own connections, so that it never waits for its turn behind the work. */
  private ClusterSettings electionCluster(ElectionSettings rules) {
    return settings
        .runtime()
        .cluster()
        .withRateLimit(RateLimit.NONE)
        .withTimeout(rules.renewDeadline().dividedBy(2));
  }

  /** A process that stands by is ready when it could take over: updates go on only then. */
  private String waitsFor() {
    Work.Running begun = running;
    LeaderElection campaign = election;
    return switch (state) {
      case STARTING -> "starting";
      case STANDING_BY -> campaign != null && campaign.standsBy() ? "" : "the Lease is not read";
      case WORKING -> begun == null ? "starting" : begun.waitsFor();
      case ENDING -> "ending";
    };
  }

  /** An API server that is down is no reason to be restarted: that would not bring it back. */
  private String stuck() {
    Work.Running begun = running;
    return begun == null ? "" : begun.stuck();
  }

  private static String reason(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    Throwable cause = failure.getCause();
    String why = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    return message.contains(why) ? message : message + ": " + why;
  }

  private final class Ballot implements LeaderElection.Listener {
    @Override
    public void leads() {
      metrics.leads(ElectionSettings.LEASE, true);
      events.add(Event.LEADS);
    }

    @Override
    public void lost() {
      metrics.leads(ElectionSettings.LEASE, false);
      events.add(Event.LOST);
    }
  }
}
