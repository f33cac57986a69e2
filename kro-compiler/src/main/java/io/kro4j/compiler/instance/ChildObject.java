package io.kro4j.compiler.instance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an instance as it is applied.
 *
 * @param desired what the graph wants
 * @param json the object with the metadata by which it is found again
 */
public record ChildObject(DesiredObject desired, Map<String, @Nullable Object> json) {}
