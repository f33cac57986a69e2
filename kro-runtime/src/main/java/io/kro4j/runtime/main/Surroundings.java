package io.kro4j.runtime.main;

import java.util.Map;
import java.util.Optional;

/**
 * What the process finds around it.
 *
 * @param variables the environment variables
 * @param identity a name that no other process has, for the Lease
 * @param podNamespace the namespace of the Pod that this process runs in, if it does
 */
record Surroundings(Map<String, String> variables, String identity, Optional<String> podNamespace) {
  Surroundings {
    variables = Map.copyOf(variables);
  }
}
