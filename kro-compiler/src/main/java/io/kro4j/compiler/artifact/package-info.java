/**
 * Everything the compiler emits as bytes: the {@code CompiledGraph} format with its writer and
 * reader, RBAC, and the tree of files of a run.
 *
 * <p>In: a {@code ResourceGraph} and plain JSON (maps with string keys, lists, strings, numbers,
 * booleans, nulls). Out: plain JSON, YAML text, digests and plans for the output folder, as values.
 * Uses {@code graph}, the names of types in {@code schema}, {@code yaml} to read the manifest back,
 * and {@code diagnostics} with {@code source} for findings about the whole output. No I/O here:
 * that is {@code artifact.files}.
 *
 * <p>YAML is written by our own small emitter and not by a library: the bytes are committed to Git
 * by users, so they must not change when a library is upgraded, and libraries choose between plain,
 * quoted and literal style by rules of one YAML version while these files are read by several.
 */
@NullMarked
package io.kro4j.compiler.artifact;

import org.jspecify.annotations.NullMarked;
