package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.LibraryValue;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network: an address and how many of its bits name the network. The address may have further
 * bits, and two networks that differ only in those are not equal.
 */
final class Cidr extends LibraryValue {
  /** The type that expressions see. */
  static final ValueType TYPE = ValueType.opaque("net.CIDR", Cidr.class);

  private final IpAddress address;
  private final int prefixLength;

  private Cidr(IpAddress address, int prefixLength) {
    super(TYPE.type().name());
    this.address = address;
    this.prefixLength = prefixLength;
  }

  /**
   * Reads a network such as {@code 10.0.0.0/8}.
   *
   * @throws FunctionFailure when {@code text} is none, or its address is not allowed
   */
  static Cidr parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      throw FunctionFailure.invalid("network `" + text + "` has no `/`");
    }
    IpAddress address = IpAddress.parse(text.substring(0, slash));
    String bits = text.substring(slash + 1);
    if (!bits.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(bits) > address.bitLength()) {
      throw FunctionFailure.invalid(
          "network `" + text + "` must have a prefix length from 0 to " + address.bitLength());
    }
    return new Cidr(address, Integer.parseInt(bits));
  }

  /** The address as written. */
  IpAddress address() {
    return address;
  }

  /** How many bits name the network. */
  int prefixLength() {
    return prefixLength;
  }

  /** The network with all other bits of its address zero. */
  Cidr masked() {
    return new Cidr(address.maskedWith(prefixLength), prefixLength);
  }

  /** Whether {@code other} is in this network; never when it is of the other family. */
  boolean contains(IpAddress other) {
    return address.maskedWith(prefixLength).equals(other.maskedWith(prefixLength));
  }

  /** Whether all of {@code other} is in this network. */
  boolean contains(Cidr other) {
    return prefixLength <= other.prefixLength && contains(other.address);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr that
        && address.equals(that.address)
        && prefixLength == that.prefixLength;
  }

  @Override
  public int hashCode() {
    return Objects.hash(address, prefixLength);
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
