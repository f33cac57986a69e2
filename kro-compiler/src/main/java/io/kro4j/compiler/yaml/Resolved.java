package io.kro4j.compiler.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What a scalar means.
 *
 * @param type its YAML type
 * @param value {@code String}, {@code Boolean}, {@code Long} or {@code BigInteger}, {@code Double},
 *     or null, as the type says
 */
record Resolved(Type type, @Nullable Object value) {
  static final Resolved NULL = new Resolved(Type.NULL, null);

  /** The types of scalars that JSON has, with the names YAML calls them in tags. */
  enum Type {
    STRING("str"),
    BOOLEAN("bool"),
    INTEGER("int"),
    FLOAT("float"),
    NULL("null");

    private final String tag;

    Type(String tag) {
      this.tag = tag;
    }

    String tag() {
      return tag;
    }
  }

  static Resolved string(String value) {
    return new Resolved(Type.STRING, value);
  }
}
