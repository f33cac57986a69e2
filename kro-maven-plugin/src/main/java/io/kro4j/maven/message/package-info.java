/**
 * What a goal says to people: its report, the messages in it, and their words.
 *
 * <p>In: findings, plans of what is written, names of files. Out: values and text. Knows no
 * parameters and no Maven; uses the findings and plans of the compiler.
 */
@NullMarked
package io.kro4j.maven.message;

import org.jspecify.annotations.NullMarked;
