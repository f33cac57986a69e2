/**
 * What an API server does to an instance before a controller sees it: fields that the schema does
 * not have are found, defaults filled in, and everything checked that the schema asks for.
 *
 * <p>In: the schema of an instance's API and an object with its places. Out: the object as it would
 * be stored, and findings placed in the file. Checks of single values are those of {@code schema},
 * rules are evaluated by {@code expression}.
 */
@NullMarked
package io.kro4j.compiler.admission;

import org.jspecify.annotations.NullMarked;
