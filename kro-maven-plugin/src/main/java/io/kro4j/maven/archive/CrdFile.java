package io.kro4j.maven.archive;

/**
 * A file that may hold CRDs.
 *
 * @param name its path in the archive, with forward slashes
 * @param content its bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: a holder for a caller who goes on.
public record CrdFile(String name, byte[] content) {}
