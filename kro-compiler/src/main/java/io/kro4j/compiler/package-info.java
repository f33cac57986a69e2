/**
 * The compiler's front door: {@code ResourceGroup} files in, compiled groups and diagnostics out.
 *
 * <p>May use every other package of this module; holds no rules of its own.
 */
@org.jspecify.annotations.NullMarked
package io.kro4j.compiler;
