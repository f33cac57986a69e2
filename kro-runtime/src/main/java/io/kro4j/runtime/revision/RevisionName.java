package io.kro4j.runtime.revision;

import java.util.Locale;

/**
 * The name of a revision's object, as upstream makes it: {@code my-webapp} and 1 become {@code
 * my-webapp-r00001}. A name that would be too long is cut, and a hash of the whole tells it from
 * others that are cut alike.
 */
public final class RevisionName {
  private static final int LONGEST = 253;

  private RevisionName() {}

  /**
   * The name of a revision.
   *
   * @param group the name of the group
   * @param number the number of the revision, from 1
   */
  public static String of(String group, long number) {
    String suffix = String.format(Locale.ROOT, "-r%05d", number);
    if (group.length() + suffix.length() <= LONGEST) {
      return group + suffix;
    }
    String hashed = suffix + "-" + Fnv.hash32(group);
    String cut = withoutTrailingMarks(group.substring(0, LONGEST - hashed.length()));
    return (cut.isEmpty() ? "gr" : cut) + hashed;
  }

  /** A name may not have {@code .} before {@code -}. */
  private static String withoutTrailingMarks(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == '-')) {
      end--;
    }
    return name.substring(0, end);
  }
}
