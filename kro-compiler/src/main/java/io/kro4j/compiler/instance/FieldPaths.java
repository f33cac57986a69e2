package io.kro4j.compiler.instance;

import java.util.regex.Pattern;

/** Paths of fields as messages spell them: {@code metadata.labels["app.io/name"]}. */
final class FieldPaths {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

  private FieldPaths() {}

  static String child(String path, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return path + "[\"" + name + "\"]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }
}
