package io.kro4j.compiler.expression.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Inputs and what Kubernetes' own libraries (v0.36.3, Go 1.26.8) make of them. */
final class Vectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Vectors() {}

  /** The rows of a file; never empty. */
  static List<JsonNode> of(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream(file)) {
      List<JsonNode> rows = new ArrayList<>();
      JSON.readTree(Objects.requireNonNull(in, file)).forEach(rows::add);
      if (rows.isEmpty()) {
        throw new IllegalStateException(file + " is empty");
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list as JSON. */
  static JsonNode json(Object value) {
    return JSON.valueToTree(value);
  }
}
