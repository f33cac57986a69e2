package io.kro4j.compiler.yaml;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a plain scalar means to Kubernetes, that is to {@code sigs.k8s.io/yaml}, which reads
 * with go-yaml v2: YAML 1.1 with Go's integer syntax, without sexagesimals, and with dates left as
 * strings.
 *
 * <p>Examples: {@code yes} → true, {@code 0755} and {@code 0o755} → 493, {@code 1_000} → 1000,
 * {@code 1:30} and {@code 2024-01-01} → strings, {@code 08} → the float 8.
 */
final class PlainResolver {
  private static final Map<String, Resolved> WORDS = words();
  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  /**
   * More cannot fit into 64 bits in any base, and reading them all takes the square of the time.
   */
  private static final int MOST_DIGITS = 64;

  private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

  private PlainResolver() {}

  /** The meaning of a plain scalar; what is nothing else is a string. */
  static Resolved resolve(String text) {
    Resolved word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    char first = text.charAt(0);
    if (first == '.') {
      return number(text).orElseGet(() -> Resolved.string(text));
    }
    if (first != '+' && first != '-' && (first < '0' || first > '9')) {
      return Resolved.string(text);
    }
    String digits = text.replace("_", "");
    return integer(digits).or(() -> number(digits)).orElseGet(() -> Resolved.string(text));
  }

  /** An integer that fits into 64 bits, signed or not. */
  private static Optional<Resolved> integer(String text) {
    Matcher matcher = INTEGER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<BigInteger> read = magnitude(matcher);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    BigInteger magnitude = read.get();
    boolean signed = !matcher.group(1).isEmpty();
    BigInteger value = matcher.group(1).equals("-") ? magnitude.negate() : magnitude;
    if (value.bitLength() <= 63) {
      return Optional.of(new Resolved(Resolved.Type.INTEGER, value.longValue()));
    }
    return !signed && value.compareTo(UNSIGNED_LIMIT) < 0
        ? Optional.of(new Resolved(Resolved.Type.INTEGER, value))
        : Optional.empty();
  }

  /** Empty if there are too many digits. */
  private static Optional<BigInteger> magnitude(Matcher matcher) {
    int[] radixes = {0, 0, 16, 2, 8, 10};
    for (int group = 2; group < radixes.length; group++) {
      String digits = matcher.group(group);
      if (digits != null) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
          zeros++;
        }
        return digits.length() - zeros > MOST_DIGITS
            ? Optional.empty()
            : Optional.of(new BigInteger(digits.substring(zeros), radixes[group]));
      }
    }
    throw new IllegalStateException("an integer has digits");
  }

  /** A float; one that is out of range stays a string, as in Go. */
  private static Optional<Resolved> number(String text) {
    if (!FLOAT.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value)
        ? Optional.empty()
        : Optional.of(new Resolved(Resolved.Type.FLOAT, value));
  }

  private static Map<String, Resolved> words() {
    Map<String, Resolved> words = new HashMap<>();
    Resolved yes = new Resolved(Resolved.Type.BOOLEAN, true);
    Resolved no = new Resolved(Resolved.Type.BOOLEAN, false);
    words.put("", Resolved.NULL);
    words.put("~", Resolved.NULL);
    words.put("y", yes);
    words.put("Y", yes);
    words.put("n", no);
    words.put("N", no);
    putAllCases(words, "yes", yes);
    putAllCases(words, "true", yes);
    putAllCases(words, "on", yes);
    putAllCases(words, "no", no);
    putAllCases(words, "false", no);
    putAllCases(words, "off", no);
    putAllCases(words, "null", Resolved.NULL);
    for (String sign : new String[] {"", "+", "-"}) {
      double infinity = sign.equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      for (String word : new String[] {".inf", ".Inf", ".INF"}) {
        words.put(sign + word, new Resolved(Resolved.Type.FLOAT, infinity));
      }
    }
    for (String word : new String[] {".nan", ".NaN", ".NAN"}) {
      words.put(word, new Resolved(Resolved.Type.FLOAT, Double.NaN));
    }
    return words;
  }

  /** The three cases that YAML 1.1 knows: {@code yes}, {@code Yes}, {@code YES}. */
  private static void putAllCases(Map<String, Resolved> words, String word, Resolved meaning) {
    String upper = word.toUpperCase(Locale.ROOT);
    words.put(word, meaning);
    words.put(upper.charAt(0) + word.substring(1), meaning);
    words.put(upper, meaning);
  }
}
