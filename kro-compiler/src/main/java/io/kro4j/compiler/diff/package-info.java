/**
 * Two texts → what differs, for people: a unified diff of bounded length.
 *
 * <p>In: texts of any origin. Out: lines that a terminal can show. The only door to
 * java-diff-utils; uses nothing else of this module.
 */
@NullMarked
package io.kro4j.compiler.diff;

import org.jspecify.annotations.NullMarked;
