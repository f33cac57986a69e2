package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Kubernetes takes as the name of an object or of a namespace. */
final class ObjectNames {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int SUBDOMAIN_LENGTH = 253;
  private static final int LABEL_LENGTH = 63;

  private ObjectNames() {}

  static boolean isSubdomain(String text) {
    return text.length() <= SUBDOMAIN_LENGTH && SUBDOMAIN.matcher(text).matches();
  }

  static boolean isLabel(String text) {
    return text.length() <= LABEL_LENGTH && LABEL.matcher(text).matches();
  }

  /** The name of an object, checked. */
  static String name(ApiType type, @Nullable Object name) throws Unresolved {
    if (name == null || name.equals("")) {
      throw Unresolved.failed("metadata.name", "an object needs a name");
    }
    if (!(name instanceof String text)) {
      throw Unresolved.failed("metadata.name", "a name is a string, not `" + name + "`");
    }
    if (text.length() > SUBDOMAIN_LENGTH) {
      throw Unresolved.failed(
          "metadata.name",
          "a name has at most " + SUBDOMAIN_LENGTH + " characters, not " + text.length());
    }
    if (isPathSegment(type) ? !fitsUrl(text) : !SUBDOMAIN.matcher(text).matches()) {
      throw Unresolved.failed(
          "metadata.name",
          "`"
              + text
              + "` is not a name: it may hold lower-case letters, digits, `-` and `.`, and begins"
              + " and ends with a letter or digit");
    }
    return text;
  }

  /** The name of a namespace, checked. */
  static String namespace(Object namespace) throws Unresolved {
    if (!(namespace instanceof String text)) {
      throw Unresolved.failed("metadata.namespace", "a name is a string, not `" + namespace + "`");
    }
    if (!isLabel(text)) {
      throw Unresolved.failed(
          "metadata.namespace",
          "`"
              + text
              + "` is not the name of a namespace: it may hold up to "
              + LABEL_LENGTH
              + " lower-case letters, digits and `-`, and begins and ends with a letter or digit");
    }
    return text;
  }

  /**
   * Whether the API server takes any name that fits a URL, such as {@code system:node}. Custom
   * resources and nearly all others are stricter; OpenShift's own API servers are not.
   */
  private static boolean isPathSegment(ApiType type) {
    String group = type.gvk().group();
    return group.equals("rbac.authorization.k8s.io")
        || group.endsWith(".openshift.io")
        || (group.equals("networking.k8s.io") && type.gvk().kind().equals("IPAddress"));
  }

  private static boolean fitsUrl(String name) {
    return !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '%');
  }
}
