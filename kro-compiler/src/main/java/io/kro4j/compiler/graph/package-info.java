/**
 * The validated graph of a group as plain data: what the {@code CompiledGraph} artifact stores and
 * what an instance is evaluated with. Holds no schemas, no places in files and no library types.
 *
 * <p>In: the results of analysis, or a {@code CompiledGraph} read back. Out: immutable values. Uses
 * the names of types in {@code schema}, nothing else.
 */
@NullMarked
package io.kro4j.compiler.graph;

import org.jspecify.annotations.NullMarked;
