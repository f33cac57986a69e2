package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.LibraryValue;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version after semver.org 2.0, read as strictly as {@code blang/semver} does: three numbers, no
 * {@code v}, no leading zeros. Build metadata counts neither for order nor for equality.
 */
final class SemanticVersion extends LibraryValue implements Comparable<SemanticVersion> {
  /** The type that expressions see. */
  static final ValueType TYPE = ValueType.opaque("kubernetes.Semver", SemanticVersion.class);

  private final String text;
  private final long major;
  private final long minor;
  private final long patch;

  @SuppressWarnings("Immutable") // A copy.
  private final List<PreRelease> preRelease;

  private SemanticVersion(
      String text, long major, long minor, long patch, List<PreRelease> preRelease) {
    super(TYPE.type().name());
    this.text = text;
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.preRelease = List.copyOf(preRelease);
  }

  /**
   * Reads a version.
   *
   * @throws FunctionFailure when {@code text} is none
   */
  static SemanticVersion parse(String text) {
    String[] parts = text.split("\\.", 3);
    if (parts.length < 3) {
      throw FunctionFailure.invalid("`" + text + "` is not a version of the form 1.2.3");
    }
    String[] beforeBuild = parts[2].split("\\+", 2);
    String[] beforePreRelease = beforeBuild[0].split("-", 2);
    SemanticVersion version =
        new SemanticVersion(
            text,
            number(text, parts[0]),
            number(text, parts[1]),
            number(text, beforePreRelease[0]),
            identifiers(text, beforePreRelease).stream()
                .map(identifier -> PreRelease.of(text, identifier))
                .toList());
    identifiers(text, beforeBuild);
    return version;
  }

  private static List<String> identifiers(String text, String[] split) {
    if (split.length < 2) {
      return List.of();
    }
    List<String> identifiers = List.of(split[1].split("\\.", -1));
    for (String identifier : identifiers) {
      if (!identifier.matches("[0-9A-Za-z-]+")) {
        throw FunctionFailure.invalid(
            "version `" + text + "` has the malformed identifier `" + identifier + "`");
      }
    }
    return identifiers;
  }

  private static long number(String text, String digits) {
    return Optional.of(digits)
        .filter(number -> number.matches("0|[1-9][0-9]*"))
        .flatMap(SemanticVersion::unsigned)
        .orElseThrow(
            () ->
                FunctionFailure.invalid(
                    "version `" + text + "` has the malformed number `" + digits + "`"));
  }

  private static Optional<Long> unsigned(String digits) {
    try {
      return Optional.of(Long.parseUnsignedLong(digits));
    } catch (NumberFormatException moreThan64Bits) {
      return Optional.empty();
    }
  }

  /** The first number, of which expressions see the 64 bits as signed. */
  long major() {
    return major;
  }

  /** The second number. */
  long minor() {
    return minor;
  }

  /** The third number. */
  long patch() {
    return patch;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int numbers = Long.compareUnsigned(major, other.major);
    numbers = numbers != 0 ? numbers : Long.compareUnsigned(minor, other.minor);
    numbers = numbers != 0 ? numbers : Long.compareUnsigned(patch, other.patch);
    return Integer.signum(numbers != 0 ? numbers : comparePreRelease(other));
  }

  private int comparePreRelease(SemanticVersion other) {
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    int common = Math.min(preRelease.size(), other.preRelease.size());
    for (int i = 0; i < common; i++) {
      int order = preRelease.get(i).compareTo(other.preRelease.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SemanticVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return List.of(major, minor, patch, preRelease).hashCode();
  }

  /** The version as written, which is the only way to write it. */
  @Override
  public String toString() {
    return text;
  }

  /**
   * One identifier before the release: numbers come before words.
   *
   * @param number the identifier as a number, or null for a word
   * @param text the identifier
   */
  private record PreRelease(@Nullable Long number, String text) implements Comparable<PreRelease> {
    static PreRelease of(String version, String identifier) {
      boolean digits = identifier.chars().allMatch(c -> c >= '0' && c <= '9');
      return new PreRelease(
          digits ? SemanticVersion.number(version, identifier) : null, identifier);
    }

    @Override
    public int compareTo(PreRelease other) {
      if (number == null || other.number == null) {
        int kinds = Boolean.compare(number == null, other.number == null);
        return kinds != 0 ? kinds : text.compareTo(other.text);
      }
      return Long.compareUnsigned(number, other.number);
    }
  }
}
