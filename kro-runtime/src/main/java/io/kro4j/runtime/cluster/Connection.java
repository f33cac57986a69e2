package io.kro4j.runtime.cluster;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where the API server is. The library guesses an address of its own where it finds none,
 * which would be a riddle for users later; so all that can be missing is looked for here.
 */
final class Connection {
  private static final String HOW_TO =
      "; name a kubeconfig file with --kubeconfig, or with the variable KUBECONFIG";

  private Connection() {}

  /**
   * How to reach the API server that the settings name.
   *
   * @throws IllegalArgumentException if they name none; its message is one line for the user
   */
  static Config of(ClusterSettings settings) {
    Path file = settings.kubeconfig();
    return file == null ? ofSurroundings(settings) : ofFile(file, settings.context());
  }

  private static Config ofSurroundings(ClusterSettings settings) {
    Config config = Config.autoConfigure(settings.context());
    if (isGuess(config)) {
      throw new IllegalArgumentException(
          "no API server is known: this is no Pod, and there is no ~/.kube/config" + HOW_TO);
    }
    return config;
  }

  private static Config ofFile(Path file, @Nullable String context) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "the kubeconfig file " + file + " does not exist" + HOW_TO);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "the kubeconfig file " + file + " cannot be read" + HOW_TO);
    }
    Config config;
    try {
      config = Config.fromKubeconfig(context, file.toFile());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "the kubeconfig file " + file + " is not a valid one: " + firstLine(e));
    }
    check(file, context, config);
    return config;
  }

  private static void check(Path file, @Nullable String context, Config config) {
    List<NamedContext> contexts = Objects.requireNonNullElse(config.getContexts(), List.of());
    if (context != null && contexts.stream().noneMatch(known -> context.equals(known.getName()))) {
      throw new IllegalArgumentException(
          "the kubeconfig file " + file + " has no context " + context + names(contexts));
    }
    if (config.getCurrentContext() == null) {
      throw new IllegalArgumentException(
          "the kubeconfig file "
              + file
              + " has no current context"
              + names(contexts)
              + "; choose one with --context");
    }
    if (isGuess(config)) {
      throw new IllegalArgumentException(
          "the kubeconfig file "
              + file
              + " names no API server for the context "
              + config.getCurrentContext().getName());
    }
  }

  private static boolean isGuess(Config config) {
    return config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL);
  }

  private static String names(List<NamedContext> contexts) {
    return contexts.isEmpty()
        ? ", and no other either"
        : contexts.stream()
            .map(NamedContext::getName)
            .collect(Collectors.joining(", ", "; it has ", ""));
  }

  private static String firstLine(RuntimeException failure) {
    return Transport.describe(failure).lines().findFirst().orElse("");
  }
}
