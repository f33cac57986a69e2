package io.kro4j.compiler.expression.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of an IP address without zone, as Go's {@code netip.ParseAddr} does. */
final class IpAddressParser {
  private static final String OCTET = "0|[1-9][0-9]{0,2}";
  private static final String HEX_WORD = "[0-9a-fA-F]{1,4}";
  private static final int IPV6_BYTES = 16;

  private IpAddressParser() {}

  /** The four or sixteen bytes of the address, or empty when {@code text} is none. */
  static Optional<byte[]> parse(String text) {
    return (text.indexOf(':') < 0 ? octets(text) : ipv6(text)).map(IpAddressParser::toBytes);
  }

  private static Optional<List<Integer>> ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return words(text, true).filter(bytes -> bytes.size() == IPV6_BYTES);
    }
    String after = text.substring(gap + 2);
    Optional<List<Integer>> head =
        gap == 0 ? Optional.of(List.of()) : words(text.substring(0, gap), false);
    Optional<List<Integer>> tail = after.isEmpty() ? Optional.of(List.of()) : words(after, true);
    return head.flatMap(start -> tail.flatMap(end -> joined(start, end)));
  }

  /** The gap stands for at least two bytes. */
  private static Optional<List<Integer>> joined(List<Integer> start, List<Integer> end) {
    int gap = IPV6_BYTES - start.size() - end.size();
    if (gap < 2) {
      return Optional.empty();
    }
    List<Integer> bytes = new ArrayList<>(start);
    for (int i = 0; i < gap; i++) {
      bytes.add(0);
    }
    bytes.addAll(end);
    return Optional.of(bytes);
  }

  /** The bytes of words between colons, of which the last may be an IPv4 address. */
  private static Optional<List<Integer>> words(String text, boolean ipv4AtEnd) {
    List<Integer> bytes = new ArrayList<>();
    String[] words = text.split(":", -1);
    for (int i = 0; i < words.length; i++) {
      Optional<List<Integer>> word =
          ipv4AtEnd && i == words.length - 1 && words[i].indexOf('.') >= 0
              ? octets(words[i])
              : word(words[i]);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      bytes.addAll(word.get());
    }
    return Optional.of(bytes);
  }

  private static Optional<List<Integer>> word(String text) {
    if (!text.matches(HEX_WORD)) {
      return Optional.empty();
    }
    int word = Integer.parseInt(text, 16);
    return Optional.of(List.of(word >> Byte.SIZE, word & 0xff));
  }

  private static Optional<List<Integer>> octets(String text) {
    List<Integer> bytes = new ArrayList<>();
    for (String octet : text.split("\\.", -1)) {
      if (!octet.matches(OCTET) || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      bytes.add(Integer.valueOf(octet));
    }
    return bytes.size() == 4 ? Optional.of(bytes) : Optional.empty();
  }

  private static byte[] toBytes(List<Integer> values) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i).byteValue();
    }
    return bytes;
  }
}
