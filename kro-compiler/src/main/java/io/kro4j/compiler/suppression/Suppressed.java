package io.kro4j.compiler.suppression;

import io.kro4j.compiler.diagnostics.Diagnostic;

/**
 * A finding that its file says is no news.
 *
 * @param diagnostic the finding, a warning
 * @param reason why it is no news, in the words of the file's author
 */
public record Suppressed(Diagnostic diagnostic, String reason) {}
