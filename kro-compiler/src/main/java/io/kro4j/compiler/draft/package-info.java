/**
 * Manifests that exist in; a ResourceGroup that makes the same objects out, as a first draft for
 * its author.
 */
@NullMarked
package io.kro4j.compiler.draft;

import org.jspecify.annotations.NullMarked;
