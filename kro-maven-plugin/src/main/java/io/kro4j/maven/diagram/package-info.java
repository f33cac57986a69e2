/**
 * Checked graphs in; pictures of them as text out: Mermaid, DOT and SVG. No Maven here; the only
 * door to the layout library.
 */
@NullMarked
package io.kro4j.maven.diagram;

import org.jspecify.annotations.NullMarked;
