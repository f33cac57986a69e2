package io.kro4j.runtime.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JSON text and plain JSON: maps, lists, strings, {@code Long}, {@code Double}, booleans, null. */
public final class Json {
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Json() {}

  /**
   * Reads a JSON object; whole numbers too large for a {@code Long} are {@code BigInteger}.
   *
   * @throws IOException if it is something else
   */
  public static Map<String, Object> read(byte[] text) throws IOException {
    Map<String, Object> object = MAPPER.readValue(text, OBJECT);
    if (object == null) {
      throw new IOException("the JSON is null and no object");
    }
    return object;
  }

  /**
   * Reads any JSON value.
   *
   * @throws IOException if it is no JSON
   */
  public static @Nullable Object readValue(String text) throws IOException {
    return MAPPER.readValue(text, Object.class);
  }

  /** Plain JSON as text in UTF-8, with the keys of maps in their order. */
  public static byte[] write(Object json) {
    return write(MAPPER, json);
  }

  /** Plain JSON as text in UTF-8, the same for equal values: keys are sorted. */
  public static byte[] writeCanonically(Object json) {
    return write(CANONICAL, json);
  }

  /**
   * Reads a list of objects, each only when the one before it is done with.
   *
   * @param text the whole answer
   * @param each gets each of {@code items}
   * @return the answer without its items
   * @throws IOException if it is no JSON object
   */
  static Map<String, Object> readItems(byte[] text, Consumer<Map<String, Object>> each)
      throws IOException {
    Map<String, Object> rest = new LinkedHashMap<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a list that is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("items")) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            each.accept(MAPPER.readValue(parser, OBJECT));
          }
        } else {
          rest.put(field, MAPPER.readValue(parser, Object.class));
        }
      }
    }
    return rest;
  }

  private static byte[] write(ObjectMapper mapper, Object json) {
    try {
      return mapper.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not plain JSON", e);
    }
  }
}
