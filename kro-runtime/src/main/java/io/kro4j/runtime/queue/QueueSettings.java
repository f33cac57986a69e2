package io.kro4j.runtime.queue;

/**
 * How a queue retries, by upstream's flags {@code --dynamic-controller-rate-limiter-*} and {@code
 * --dynamic-controller-default-queue-max-retries}.
 *
 * @param backoff the waits of one key
 * @param retriesPerSecond the rate at which all keys together are retried; 0 for no limit
 * @param burst how many retries may come at once
 * @param maxRetries how often a key is retried before it waits for the next event
 */
public record QueueSettings(Backoff backoff, double retriesPerSecond, int burst, int maxRetries) {}
