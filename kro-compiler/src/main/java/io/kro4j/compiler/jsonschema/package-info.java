/**
 * CRDs in; JSON Schemas of their objects out, for editors and validators that know nothing of
 * Kubernetes.
 */
@NullMarked
package io.kro4j.compiler.jsonschema;

import org.jspecify.annotations.NullMarked;
