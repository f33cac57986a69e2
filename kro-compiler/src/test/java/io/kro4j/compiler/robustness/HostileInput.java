package io.kro4j.compiler.robustness;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file made to be expensive or to break something.
 *
 * @param name what is hostile about it
 * @param text the file
 */
record HostileInput(String name, String text) {
  /** All hostile files, each about as long as asked. */
  static List<HostileInput> all(int length) {
    return Stream.of(
            HostileYaml.all(length),
            HostileSchemas.all(length),
            HostileExpressions.all(length),
            HostileGroups.all(length))
        .flatMap(List::stream)
        .toList();
  }

  /** A text repeated until it is about {@code length} long. */
  static String fill(String piece, int length) {
    return piece.repeat(Math.max(1, length / piece.length()));
  }

  /** Numbered pieces, joined, as many as make about {@code length} characters. */
  static String number(IntFunction<String> piece, String separator, int length) {
    int count = Math.max(1, length / (piece.apply(1000).length() + separator.length()));
    return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining(separator));
  }

  /** A sound group up to the fields of its {@code spec}. */
  static String group(String spec, String status, String resources) {
    return """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata: {name: hostile}
        spec:
          schema:
            apiVersion: v1alpha1
            kind: Hostile
            spec:
        %s
            status:
        %s
          resources:
        %s
        """
        .formatted(spec, status, resources);
  }

  /** A group with one resource, whose data is given. */
  static String data(String data) {
    return group("      name: string", "      {}", configMap("map", data));
  }

  /** A group whose only expression is given. */
  static String expression(String expression) {
    return data("value: " + literal("${" + expression + "}"));
  }

  /** A resource with data. */
  static String configMap(String id, String data) {
    return """
            - id: %s
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${schema.spec.name}-%s"}
                data:
        %s
        """
        .formatted(id, id, data.indent(10).stripTrailing());
  }

  /** A text as a literal block, for lines of any content. */
  static String literal(String text) {
    return "|-\n" + text.indent(2).stripTrailing();
  }
}
