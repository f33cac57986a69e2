package io.kro4j.compiler.model;

import java.util.regex.Pattern;

/** The kinds of names that Kubernetes has ({@code apimachinery/pkg/util/validation}). */
public final class DnsNames {
  /** How long the name of an object may be. */
  public static final int MAX_SUBDOMAIN = 253;

  private static final int MAX_LABEL = 63;
  private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final String LABEL_1123 = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern SUBDOMAIN = Pattern.compile(LABEL_1123 + "(\\." + LABEL_1123 + ")*");
  private static final Pattern QUALIFIED =
      Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

  private DnsNames() {}

  /** RFC 1035: lower-case letters, digits and dashes, a letter first, at most 63. */
  public static boolean isLabel(String name) {
    return name.length() <= MAX_LABEL && LABEL_1035.matcher(name).matches();
  }

  /** RFC 1123: lower-case letters, digits and dashes, at most 63. */
  public static boolean isNamespace(String name) {
    return name.length() <= MAX_LABEL && SUBDOMAIN.matcher(name).matches() && !name.contains(".");
  }

  /** RFC 1123: labels with dots between them, at most 253 characters. */
  public static boolean isSubdomain(String name) {
    return name.length() <= MAX_SUBDOMAIN && SUBDOMAIN.matcher(name).matches();
  }

  /** The key of a label or annotation: a name, with a subdomain and a slash before it or not. */
  public static boolean isQualifiedName(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    return (slash < 0 || isSubdomain(key.substring(0, slash)))
        && name.length() <= MAX_LABEL
        && QUALIFIED.matcher(name).matches();
  }

  /** The value of a label: empty, or like the name of a key. */
  public static boolean isLabelValue(String value) {
    return value.isEmpty() || (value.length() <= MAX_LABEL && QUALIFIED.matcher(value).matches());
  }
}
