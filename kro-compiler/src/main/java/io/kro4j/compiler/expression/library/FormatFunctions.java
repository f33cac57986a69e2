package io.kro4j.compiler.expression.library;

import java.util.List;

/** {@code 'text %s'.format([values])}. */
final class FormatFunctions implements FunctionLibrary {
  /** The name of the function, whose calls {@link FormatCheck} checks too. */
  static final String NAME = "format";

  @Override
  public List<Overload> overloads() {
    return List.of(
        Overload.member(
            NAME,
            "string_format",
            List.of(ValueType.STRING, ValueType.LIST),
            ValueType.STRING,
            a -> format((String) a[0], (List<?>) a[1])));
  }

  private static String format(String format, List<?> values) {
    StringBuilder text = new StringBuilder();
    int used = 0;
    for (FormatString.Part part : FormatString.parse(format)) {
      if (part.clause() == null) {
        text.append(part.text());
      } else {
        if (used == values.size()) {
          throw FunctionFailure.invalid("format() has more clauses than values");
        }
        text.append(part.clause().format(values.get(used++)));
      }
      OutputLimit.checkText(text.length());
    }
    return text.toString();
  }
}
