package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import dev.cel.common.values.CelByteString;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Base 64. */
final class EncoderFunctions implements FunctionLibrary {
  private static final Pattern LINE_ENDS = Pattern.compile("[\r\n]");

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "base64.encode",
            "base64_encode_bytes",
            List.of(ValueType.BYTES),
            ValueType.STRING,
            a -> encode((CelByteString) a[0])),
        global(
            "base64.decode",
            "base64_decode_string",
            List.of(ValueType.STRING),
            ValueType.BYTES,
            a -> decode((String) a[0])));
  }

  /** The text with padding. */
  static String encode(CelByteString bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** Line ends are skipped; padding is either complete or left off. */
  private static CelByteString decode(String text) {
    String packed = LINE_ENDS.matcher(text).replaceAll("");
    int rest = packed.length() % 4;
    if (packed.endsWith("=") && rest != 0) {
      throw FunctionFailure.invalid("the text is not base 64");
    }
    try {
      return CelByteString.of(Base64.getDecoder().decode(packed));
    } catch (IllegalArgumentException e) {
      throw FunctionFailure.invalid("the text is not base 64");
    }
  }
}
