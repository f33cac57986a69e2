package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import dev.cel.common.values.CelByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.UnaryOperator;

/** kro's hashes of strings. */
final class HashFunctions implements FunctionLibrary {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  @Override
  public List<Overload> overloads() {
    return List.of(
        hash("hash.fnv64a", "hash_fnv64a_string", HashFunctions::fnv64a),
        hash("hash.sha256", "hash_sha256_string", HashFunctions::sha256),
        hash("hash.md5", "hash_md5_string", text -> digest("MD5", text)));
  }

  private static Overload hash(String function, String id, UnaryOperator<byte[]> hash) {
    return global(
        function,
        id,
        List.of(ValueType.STRING),
        ValueType.BYTES,
        a -> CelByteString.of(hash.apply(((String) a[0]).getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] fnv64a(byte[] text) {
    long hash = FNV_OFFSET;
    for (byte b : text) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
  }

  /** SHA-256. */
  static byte[] sha256(byte[] text) {
    return digest("SHA-256", text);
  }

  private static byte[] digest(String algorithm, byte[] text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
