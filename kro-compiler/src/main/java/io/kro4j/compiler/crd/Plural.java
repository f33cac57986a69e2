package io.kro4j.compiler.crd;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The plural of a kind, exactly as upstream derives it: {@code flect.Pluralize(lower(kind))}.
 *
 * <p>Example: {@code Policy} has the plural {@code policies}, {@code DNS} the useless {@code
 * dnsDNSes}.
 */
public final class Plural {
  /** Words the library takes for abbreviations, of those whose plural differs because of it. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "aes", "bss", "cmos", "des", "dns", "eia", "ess", "fcs", "https", "ids", "ips", "mpls",
          "pots", "ssh", "tia");

  private Plural() {}

  /** The plural of a kind; it need not be a name that an API server accepts. */
  public static String of(String kind) {
    String word = kind.toLowerCase(Locale.ROOT);
    Optional<String> known = PluralTable.ENGLISH.plural(word);
    if (known.isPresent() || PluralTable.ENGLISH.isPlural(word)) {
      return known.orElse(word);
    }
    return ABBREVIATIONS.contains(word) ? abbreviation(word) : regular(word);
  }

  /** The library means to add {@code es} to the capitals, and adds them to the word instead. */
  private static String abbreviation(String word) {
    return word.endsWith("s") ? word + word.toUpperCase(Locale.ROOT) + "es" : word + "s";
  }

  private static String regular(String word) {
    for (PluralTable.Ending ending : PluralTable.ENGLISH.endings()) {
      if (word.endsWith(ending.plural())) {
        return word;
      }
      if (word.endsWith(ending.singular())) {
        int stem = word.length() - ending.singular().length();
        return word.substring(0, stem) + ending.plural();
      }
    }
    return word.endsWith("s") ? word : word + "s";
  }
}
