package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.LibraryValue;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, as Go's {@code net/netip} has it. IPv6 addresses with a zone and
 * IPv4-mapped ones ({@code ::ffff:1.2.3.4}) are not allowed.
 */
final class IpAddress extends LibraryValue {
  /** The type that expressions see. */
  static final ValueType TYPE = ValueType.opaque("net.IP", IpAddress.class);

  @SuppressWarnings("Immutable") // Never handed out and never written to.
  private final byte[] bytes;

  /** An address of these four or sixteen bytes. */
  IpAddress(byte[] bytes) {
    super(TYPE.type().name());
    this.bytes = bytes.clone();
  }

  /**
   * Reads an address.
   *
   * @throws FunctionFailure when {@code text} is none, or one that is not allowed
   */
  static IpAddress parse(String text) {
    if (text.indexOf('%') >= 0) {
      throw FunctionFailure.invalid("IP address `" + text + "` must not have a zone");
    }
    byte[] bytes =
        IpAddressParser.parse(text)
            .orElseThrow(() -> FunctionFailure.invalid("`" + text + "` is not an IP address"));
    IpAddress address = new IpAddress(bytes);
    if (address.isIpv4Mapped()) {
      throw FunctionFailure.invalid("IPv4-mapped IPv6 address `" + text + "` is not allowed");
    }
    return address;
  }

  private boolean isIpv4Mapped() {
    return !isIpv4() && maskedWith(80).isUnspecified() && word(5) == 0xffff;
  }

  /** 4 or 6. */
  int family() {
    return isIpv4() ? 4 : 6;
  }

  /** Whether this is {@code 0.0.0.0} or {@code ::}. */
  boolean isUnspecified() {
    for (byte part : bytes) {
      if (part != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is in {@code 127.0.0.0/8} or is {@code ::1}. */
  boolean isLoopback() {
    return isIpv4() ? octet(0) == 127 : maskedWith(127).isUnspecified() && octet(15) == 1;
  }

  /** Whether this is in {@code 224.0.0.0/24} or {@code ff02::/16}, or another {@code ffx2::/16}. */
  boolean isLinkLocalMulticast() {
    return isIpv4()
        ? octet(0) == 224 && octet(1) == 0 && octet(2) == 0
        : (word(0) & 0xff0f) == 0xff02;
  }

  /** Whether this is in {@code 169.254.0.0/16} or {@code fe80::/10}. */
  boolean isLinkLocalUnicast() {
    return isIpv4() ? octet(0) == 169 && octet(1) == 254 : (word(0) & 0xffc0) == 0xfe80;
  }

  /** Whether this names one host, here or elsewhere; true of private addresses, too. */
  boolean isGlobalUnicast() {
    return !isUnspecified()
        && !isBroadcast()
        && !isLoopback()
        && !isMulticast()
        && !isLinkLocalUnicast();
  }

  private boolean isBroadcast() {
    return isIpv4() && word(0) == 0xffff && word(1) == 0xffff;
  }

  private boolean isMulticast() {
    return isIpv4() ? (octet(0) & 0xf0) == 0xe0 : octet(0) == 0xff;
  }

  /** How many bits the address has: 32 or 128. */
  int bitLength() {
    return bytes.length * Byte.SIZE;
  }

  /** This address with all but the first {@code bits} bits zero. */
  IpAddress maskedWith(int bits) {
    byte[] masked = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
      masked[i] = (byte) (bytes[i] & (0xff00 >> kept));
    }
    return new IpAddress(masked);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /**
   * The canonical text, for IPv6 that of RFC 5952: lower case, the longest run of zeros left out.
   */
  @Override
  public String toString() {
    if (isIpv4()) {
      return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
    }
    int runStart = longestZeroRun();
    int runEnd = runStart + zeroRun(runStart);
    return zeroRun(runStart) < 2 ? words(0, 8) : words(0, runStart) + "::" + words(runEnd, 8);
  }

  private int longestZeroRun() {
    int longest = 0;
    for (int start = 1; start < 8; start++) {
      longest = zeroRun(start) > zeroRun(longest) ? start : longest;
    }
    return longest;
  }

  private int zeroRun(int start) {
    int end = start;
    while (end < 8 && word(end) == 0) {
      end++;
    }
    return end - start;
  }

  private String words(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(word(i)));
    }
    return text.toString();
  }

  private boolean isIpv4() {
    return bytes.length == 4;
  }

  private int octet(int index) {
    return Byte.toUnsignedInt(bytes[index]);
  }

  private int word(int index) {
    return octet(2 * index) << Byte.SIZE | octet(2 * index + 1);
  }
}
