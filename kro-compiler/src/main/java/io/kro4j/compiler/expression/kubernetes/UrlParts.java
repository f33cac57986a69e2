package io.kro4j.compiler.expression.kubernetes;

import com.google.errorprone.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL, with one character for each byte. Path and fragment stay escaped: as written
 * when that can be, else as {@link UrlPart} escapes them.
 *
 * @param scheme before {@code :}, in lower case
 * @param opaque all between scheme and query when that does not begin with {@code /}
 * @param user name and password, escaped; null when there is no {@code @}
 * @param host host and port, not escaped
 * @param hostOmitted whether there is a scheme, and no {@code //} after it
 * @param path the path, escaped
 * @param queried whether there is a {@code ?}
 * @param query what follows it, as written
 * @param fragment what follows {@code #}, escaped
 */
@Immutable
record UrlParts(
    String scheme,
    String opaque,
    @Nullable String user,
    String host,
    boolean hostOmitted,
    String path,
    boolean queried,
    String query,
    String fragment) {
  /** All parts empty. */
  static final UrlParts EMPTY = new UrlParts("", "", null, "", false, "", false, "", "");

  UrlParts withScheme(String value) {
    return new UrlParts(value, opaque, user, host, hostOmitted, path, queried, query, fragment);
  }

  UrlParts withOpaque(String value) {
    return new UrlParts(scheme, value, user, host, hostOmitted, path, queried, query, fragment);
  }

  UrlParts withUser(String value) {
    return new UrlParts(scheme, opaque, value, host, hostOmitted, path, queried, query, fragment);
  }

  UrlParts withHost(String value) {
    return new UrlParts(scheme, opaque, user, value, hostOmitted, path, queried, query, fragment);
  }

  UrlParts withHostOmitted(boolean value) {
    return new UrlParts(scheme, opaque, user, host, value, path, queried, query, fragment);
  }

  /** With a path as written, whose escapes must be well-formed. */
  UrlParts withPath(String written) {
    String value = escaped(UrlPart.PATH, written);
    return new UrlParts(scheme, opaque, user, host, hostOmitted, value, queried, query, fragment);
  }

  UrlParts withQuery(boolean present, String value) {
    return new UrlParts(scheme, opaque, user, host, hostOmitted, path, present, value, fragment);
  }

  /** With a fragment as written, whose escapes must be well-formed. */
  UrlParts withFragment(String written) {
    String value = escaped(UrlPart.FRAGMENT, written);
    return new UrlParts(scheme, opaque, user, host, hostOmitted, path, queried, query, value);
  }

  private static String escaped(UrlPart part, String written) {
    String plain = part.unescape(written);
    return part.isEscaped(written) ? written : part.escape(plain);
  }

  /** The whole URL. Equal URLs have equal texts. */
  String text() {
    StringBuilder text = new StringBuilder(scheme.isEmpty() ? "" : scheme + ":");
    text.append(opaque.isEmpty() ? authorityAndPath() : opaque);
    text.append(queried ? "?" + query : "");
    return text.append(fragment.isEmpty() ? "" : "#" + fragment).toString();
  }

  private String authorityAndPath() {
    boolean authority = (!scheme.isEmpty() && !hostOmitted) || !host.isEmpty() || user != null;
    boolean slashes = authority && (!host.isEmpty() || !path.isEmpty() || user != null);
    return (slashes ? "//" : "")
        + (user == null ? "" : user + "@")
        + UrlPart.HOST.escape(host)
        + path;
  }
}
