package io.kro4j.runtime.main;

import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.main.election.ElectionSettings;
import io.kro4j.runtime.main.log.LogSettings;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How the process runs.
 *
 * @param runtime the runtime in it
 * @param log what is logged, and how
 * @param metrics where metrics are served, if at all
 * @param probes where probes are answered, if at all
 * @param election how one of several processes becomes the leader; empty if there is only one
 */
record ProcessSettings(
    RuntimeSettings runtime,
    LogSettings log,
    Optional<InetSocketAddress> metrics,
    Optional<InetSocketAddress> probes,
    Optional<ElectionSettings> election) {}
