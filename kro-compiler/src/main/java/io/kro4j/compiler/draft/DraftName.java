package io.kro4j.compiler.draft;

import java.util.Locale;
import java.util.Optional;

/**
 * What a drafted API is called.
 *
 * @param group the name of the ResourceGroup
 * @param kind the kind of its instances
 * @param apiGroup the API group; empty for the default of ResourceGroups
 */
public record DraftName(String group, String kind, Optional<String> apiGroup) {
  /**
   * A kind that is made of the name of the group: {@code web-shop} has instances {@code WebShop}.
   */
  public static DraftName of(String group, Optional<String> apiGroup) {
    return new DraftName(group, capitalized(camelCase(group)), apiGroup);
  }

  /** Words with anything between them, as an identifier: {@code web-shop} is {@code webShop}. */
  static String camelCase(String text) {
    StringBuilder name = new StringBuilder();
    boolean startsWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (isLetter || (c >= '0' && c <= '9' && name.length() > 0)) {
        name.append(startsWord && name.length() > 0 ? Character.toUpperCase(c) : c);
        startsWord = false;
      } else {
        startsWord = true;
      }
    }
    return name.length() == 0 ? "app" : startingLow(name.toString());
  }

  /** {@code HTTPRoute} is {@code httpRoute}. */
  private static String startingLow(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    int low = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
    return name.substring(0, low).toLowerCase(Locale.ROOT) + name.substring(low);
  }

  static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
