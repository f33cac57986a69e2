/** Tests of what is generated for Argo CD and Flux. */
package io.kro4j.compiler.gitops;
