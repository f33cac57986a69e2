package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.GraphExpression;
import java.util.Arrays;
import java.util.List;

/**
 * The field that an expression reads as one line: the variable and the JSON field names from it
 * down, separated by {@code /}. In a name {@code ~1} stands for {@code /} and {@code ~0} for {@code
 * ~}, as in a JSON pointer: {@code ingress/metadata/annotations/example.com~1owner}.
 */
final class ReadPath {
  private ReadPath() {}

  /** The line for a read. */
  static String write(GraphExpression.Read read) {
    StringBuilder line = new StringBuilder(escape(read.variable()));
    read.path().forEach(name -> line.append('/').append(escape(name)));
    return line.toString();
  }

  /** The read of a line. */
  static GraphExpression.Read read(String line, GraphExpression.Conversion conversion) {
    List<String> names = Arrays.stream(line.split("/", -1)).map(ReadPath::unescape).toList();
    return new GraphExpression.Read(names.get(0), names.subList(1, names.size()), conversion);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String name) {
    return name.replace("~1", "/").replace("~0", "~");
  }
}
