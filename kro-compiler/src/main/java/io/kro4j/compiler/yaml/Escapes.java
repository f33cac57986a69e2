package io.kro4j.compiler.yaml;

/** The escapes of double-quoted scalars (YAML 1.1, section 5.6). */
final class Escapes {
  private Escapes() {}

  /** How many hexadecimal digits follow the letter of a numeric escape; 0 for any other. */
  static int digits(char letter) {
    return switch (letter) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  /** What a one-letter escape stands for; a character that stands for itself is returned. */
  static char decoded(char letter) {
    return switch (letter) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> letter;
    };
  }
}
