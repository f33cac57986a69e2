/** Compiled groups in; a page of Markdown for the users of each API out. No Maven here. */
@NullMarked
package io.kro4j.maven.reference;

import org.jspecify.annotations.NullMarked;
