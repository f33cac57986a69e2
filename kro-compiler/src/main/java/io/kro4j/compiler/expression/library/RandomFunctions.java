package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.ValueType.INT;
import static io.kro4j.compiler.expression.library.ValueType.STRING;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** kro's random strings and numbers, which the seed alone decides. */
final class RandomFunctions implements FunctionLibrary {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "random.seededString",
            "random_seededString_int_string",
            List.of(INT, STRING),
            STRING,
            a -> text((Long) a[0], (String) a[1])),
        global(
            "random.seededInt",
            "random_seededInt_int_int_string",
            List.of(INT, INT, STRING),
            INT,
            a -> number((Long) a[0], (Long) a[1], (String) a[2])));
  }

  /** Eight characters from the hash of the seed, over and over: upstream repeats them too. */
  private static String text(long length, String seed) {
    if (length <= 0) {
      throw FunctionFailure.invalid("random.seededString() takes a positive length");
    }
    OutputLimit.checkText(length);
    ByteBuffer hash = hash(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int word = hash.getInt(i * Integer.BYTES % hash.capacity());
      text.append(ALPHABET.charAt(Integer.remainderUnsigned(word, ALPHABET.length())));
    }
    return text.toString();
  }

  private static long number(long min, long max, String seed) {
    if (min >= max) {
      throw FunctionFailure.invalid("random.seededInt() takes a minimum below the maximum");
    }
    return min + Long.remainderUnsigned(hash(seed).getLong(0), max - min);
  }

  private static ByteBuffer hash(String seed) {
    return ByteBuffer.wrap(HashFunctions.sha256(seed.getBytes(StandardCharsets.UTF_8)));
  }
}
