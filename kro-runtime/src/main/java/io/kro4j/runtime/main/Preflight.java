package io.kro4j.runtime.main;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.RequestObserver;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the API server for its version before anything else, so that a wrong address or expired
 * credentials are said once and plainly.
 */
final class Preflight {
  private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Preflight() {}

  /**
   * Asks.
   *
   * @throws IllegalArgumentException if no API server is known, or it does not accept who asks,
   *     which does not pass by itself; the message is one line for the user
   */
  static void ask(ClusterSettings settings, RequestObserver observer) {
    try (HttpCluster cluster = HttpCluster.connect(settings.withTimeout(PATIENCE), observer)) {
      try {
        String version =
            PlainJson.text(cluster.document("/version").get("gitVersion")).orElse("unknown");
        LOG.info("The API server answers server={} version={}", cluster.url(), version);
      } catch (ApiException e) {
        if (e.kind() == ApiException.Kind.UNAUTHORIZED) {
          throw new IllegalArgumentException(
              "the API server "
                  + cluster.url()
                  + " does not accept these credentials: "
                  + e.getMessage()
                  + "; they may have expired");
        }
        tell(cluster, e);
      }
    }
  }

  /** A server that is down comes back, and one that hides its version may do all else. */
  private static void tell(HttpCluster cluster, ApiException why) {
    if (why.kind() == ApiException.Kind.UNREACHABLE) {
      LOG.warn(
          "The API server does not answer, and will be asked again server={} reason={}",
          cluster.url(),
          why.getMessage());
    } else {
      LOG.debug("The API server does not tell its version reason={}", why.getMessage());
    }
  }
}
