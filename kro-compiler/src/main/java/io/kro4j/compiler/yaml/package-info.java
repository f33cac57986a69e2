/**
 * YAML text into a located tree: every value knows its place in the file, every string scalar maps
 * each of its characters to the file.
 *
 * <p>In: a {@code SourceFile}. Out: {@link YamlValue} trees and diagnostics. The only door to the
 * YAML library. Uses {@code source} and {@code diagnostics}.
 *
 * <p>Documents are read with the parser events of SnakeYAML, the library below
 * jackson-dataformat-yaml, and not with Jackson's own parser: the events have the end of a scalar,
 * its style and its anchor, which the map of a scalar needs, and they tell the problem of a syntax
 * error apart from its text. What plain scalars mean is decided here, because Kubernetes reads YAML
 * with go-yaml v2, which differs from both.
 *
 * <p>Known differences from go-yaml v2: duplicate keys are reported; every document of a file is
 * read, and what follows the first one is not ignored; escaped surrogate pairs are accepted, as in
 * JSON; the escape {@code \'} and a tab before the continuation of a plain scalar are refused.
 */
@NullMarked
package io.kro4j.compiler.yaml;

import org.jspecify.annotations.NullMarked;
