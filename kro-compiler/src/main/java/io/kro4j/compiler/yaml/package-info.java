/**
 * YAML text into a located tree: every value knows its place in the file, every string scalar maps
 * each of its characters to the file.
 *
 * <p>In: a {@code SourceFile}. Out: {@link YamlValue} trees and diagnostics. The only door to the
 * YAML library. Uses {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.yaml;

import org.jspecify.annotations.NullMarked;
