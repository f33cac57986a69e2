package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.Struct;

/** Types as messages name them. */
final class TypeWords {
  private TypeWords() {}

  /** The type in back ticks; an object is called one. */
  static String of(ValueType type) {
    return type instanceof Struct ? "an object" : "`" + plain(type.display()) + "`";
  }

  /** The same for a type as CEL's messages spell it. */
  static String of(String display) {
    return display.startsWith(ValueTypes.typeName("")) ? "an object" : "`" + plain(display) + "`";
  }

  private static String plain(String display) {
    return display
        .replace("google.protobuf.Timestamp", "timestamp")
        .replace("google.protobuf.Duration", "duration")
        .replace("optional_type", "optional")
        .replaceAll("__type_[\\w.@]+", "object")
        .replaceAll("%\\w+", "dyn")
        .replace("kro.run.Runtime", "runtime")
        .replace("kro.run.Condition", "condition")
        .replace("null_type", "null");
  }
}
