package io.kro4j.runtime.main.election;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until this process leads, and sees to it that it does. Who led once and does not any more
 * must end: it cannot know what the next leader has begun.
 */
public final class LeaderElection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);

  private final ElectionSettings settings;
  private final Candidate candidate;
  private final Listener listener;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean heard;
  private volatile boolean leads;

  /** Hears what comes of the election; called by the thread of the election. */
  public interface Listener {
    /** This process leads from now on. Must return soon: the Lease is renewed after that. */
    void leads();

    /** This process led and does not any more, or cannot lead for a reason of its own. */
    void lost();
  }

  /**
   * An election that has not begun.
   *
   * @param cluster a client whose requests end well before the renew deadline
   */
  public LeaderElection(Cluster cluster, ElectionSettings settings, Listener listener) {
    this.settings = settings;
    this.candidate = new Candidate(cluster, settings, InstantSource.system(), System::nanoTime);
    this.listener = listener;
    this.thread = new Thread(this::run, "leader-election");
    thread.setDaemon(true);
  }

  /** Begins. */
  public void start() {
    LOG.info(
        "Waiting to lead namespace={} lease={} identity={}",
        settings.namespace(),
        ElectionSettings.LEASE,
        settings.identity());
    thread.start();
  }

  /** Whether this process could lead: the API server lets it see the Lease. */
  public boolean standsBy() {
    return heard;
  }

  /** Whether this process leads. */
  public boolean leads() {
    return leads;
  }

  /** Gives the Lease back, so that another process can lead at once. */
  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    try {
      thread.join(settings.renewDeadline().toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      if (acquire()) {
        leads = true;
        LOG.info("Leading identity={}", settings.identity());
        listener.leads();
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // Nobody would renew the Lease, or ever try to get it.
      leads = false;
      LOG.error("The election failed for a reason of its own", e);
      listener.lost();
    }
  }

  private boolean acquire() throws InterruptedException {
    String before = "";
    while (!attempt()) {
      String leader = candidate.leader().orElse("");
      if (!leader.equals(before)) {
        LOG.info("Another one leads leader={}", leader);
        before = leader;
      }
      if (pause()) {
        return false;
      }
    }
    return true;
  }

  private void renew() throws InterruptedException {
    long renewed = System.nanoTime();
    while (!pause()) {
      long now = System.nanoTime();
      Attempt attempt = tryOnce();
      if (attempt == Attempt.LEADS) {
        renewed = now;
      } else if (attempt == Attempt.FOLLOWS
          || System.nanoTime() - renewed > settings.renewDeadline().toNanos()) {
        leads = false;
        LOG.error("Lost the lead identity={}", settings.identity());
        listener.lost();
        return;
      }
    }
    leads = false;
    release();
  }

  private enum Attempt {
    LEADS,
    FOLLOWS,
    UNKNOWN
  }

  private boolean attempt() {
    return tryOnce() == Attempt.LEADS;
  }

  private Attempt tryOnce() {
    try {
      boolean leader = candidate.attempt();
      heard = true;
      return leader ? Attempt.LEADS : Attempt.FOLLOWS;
    } catch (ApiException e) {
      heard = false;
      LOG.warn("Cannot use the Lease reason={}", e.getMessage());
      return Attempt.UNKNOWN;
    }
  }

  /** Waits for the next look; true if there is to be none. */
  private boolean pause() throws InterruptedException {
    Duration period = settings.retryPeriod();
    return closing.await(period.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void release() {
    try {
      candidate.release();
      LOG.info("Gave the lead back identity={}", settings.identity());
    } catch (ApiException e) {
      LOG.warn("Could not give the lead back reason={}", e.getMessage());
    }
  }
}
