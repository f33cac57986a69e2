/**
 * What all controllers share: a reconciler that brings one object to where it should be, and the
 * workers that run reconcilers off the queue.
 *
 * <p>In: keys from {@code queue}. Out: calls of reconcilers, and their keys back into the queue.
 */
@NullMarked
package io.kro4j.runtime.controller;

import org.jspecify.annotations.NullMarked;
