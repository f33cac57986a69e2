package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author's conditions depend on besides the nodes.
 *
 * @param builtIn the built-in conditions of this pass, as in a status; expressions find them with
 *     {@code runtime.condition(schema, …)}
 * @param previous the conditions that the instance's status has in the cluster
 * @param generation the generation of the instance
 * @param now the time of a transition in this pass, in RFC 3339
 */
public record ConditionInputs(
    List<? extends Map<String, ? extends @Nullable Object>> builtIn,
    List<? extends @Nullable Object> previous,
    long generation,
    String now) {}
