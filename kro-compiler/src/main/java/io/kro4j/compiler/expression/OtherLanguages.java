package io.kro4j.compiler.expression;

import java.util.Map;
import java.util.Optional;

/** What authors write out of habit, and what CEL has instead. */
final class OtherLanguages {
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("len", "size(...)"),
          Map.entry("length", "size(...)"),
          Map.entry("count", "size(...)"),
          Map.entry("lower", "text.lowerAscii()"),
          Map.entry("toLower", "text.lowerAscii()"),
          Map.entry("toLowerCase", "text.lowerAscii()"),
          Map.entry("upper", "text.upperAscii()"),
          Map.entry("toUpper", "text.upperAscii()"),
          Map.entry("toUpperCase", "text.upperAscii()"),
          Map.entry("str", "string(...)"),
          Map.entry("toString", "string(...)"),
          Map.entry("b64enc", "base64.encode(bytes(...))"),
          Map.entry("b64dec", "base64.decode(...)"),
          Map.entry("default", "object.?field.orValue(...)"),
          Map.entry("any", "list.exists(item, ...)"),
          Map.entry("sha256", "hash.sha256(...)"),
          Map.entry("toJson", "json.marshal(...)"),
          Map.entry("fromJson", "json.unmarshal(...)"));

  private OtherLanguages() {}

  /** What to call instead of a function of another language. */
  static Optional<String> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name)).map(cel -> "in CEL this is `" + cel + "`");
  }

  /** What to write instead of a field that values of no type have. */
  static Optional<String> field(String name) {
    boolean length = name.equals("length") || name.equals("size");
    return length ? Optional.of("in CEL this is `size(...)`") : Optional.empty();
  }
}
