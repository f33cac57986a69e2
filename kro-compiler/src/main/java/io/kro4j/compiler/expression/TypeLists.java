package io.kro4j.compiler.expression;

import java.util.ArrayList;
import java.util.List;

/** Lists of types as CEL's checker writes them: {@code (int, map(string, int))}. */
final class TypeLists {
  private TypeLists() {}

  /** The types of the arguments; in {@code a.(b, c)} the receiver is the first. */
  static List<String> split(String list) {
    List<String> types = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '(' && depth++ == 0 && isOuter(list, i)) {
        add(types, list, from, Math.max(from, i - 1));
        from = i + 1;
        depth = 0;
      } else if (c == ')' && depth-- == 0) {
        add(types, list, from, i);
        from = i + 1;
      } else if (c == ',' && depth == 0) {
        add(types, list, from, i);
        from = i + 1;
      }
    }
    return types;
  }

  /** Whether a parenthesis opens the list of arguments and not the parameters of a type. */
  private static boolean isOuter(String list, int at) {
    return at == 0 || list.charAt(at - 1) == '.';
  }

  private static void add(List<String> types, String list, int from, int to) {
    String type = list.substring(from, to).strip();
    if (!type.isEmpty()) {
      types.add(type);
    }
  }
}
