package io.kro4j.maven;

/** Numbers with their nouns. */
final class Words {
  private Words() {}

  /** Such as {@code 1 file}, {@code 2 files}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
