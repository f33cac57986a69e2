package io.kro4j.runtime.crd;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Says of a CRD whose names the API server does not take, because another CRD of the API group has
 * them, why that is so and what helps.
 */
final class TakenNames {
  private static final String CHOOSE = "choose another kind, plural or short name";

  private TakenNames() {}

  /**
   * Why the API server does not take the names of a CRD, and what helps, for users; empty if it
   * does, or has not looked at them yet.
   *
   * <p>Example: {@code CRD stores.example.com has "Shop", "ShopList"; delete that CRD, or choose
   * another kind, plural or short name}
   *
   * @param crd the CRD
   * @param all the CRDs of the cluster, which are asked for only if there is something to say
   */
  static Optional<String> of(LiveCrd crd, Supplier<List<LiveCrd>> all) {
    return crd.refusedNames().map(why -> reason(crd, all.get(), why));
  }

  private static String reason(LiveCrd crd, List<LiveCrd> all, String why) {
    String holders =
        all.stream()
            .filter(other -> other.kind().group().equals(crd.kind().group()))
            .filter(other -> !other.name().equals(crd.name()))
            .flatMap(other -> holding(other, crd.names().shared(other.acceptedNames())).stream())
            .sorted()
            .collect(Collectors.joining(" and "));
    return holders.isEmpty() ? why + "; " + CHOOSE : holders + "; delete that CRD, or " + CHOOSE;
  }

  private static Optional<String> holding(LiveCrd other, Set<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            names.stream()
                .collect(Collectors.joining("\", \"", "CRD " + other.name() + " has \"", "\"")));
  }
}
