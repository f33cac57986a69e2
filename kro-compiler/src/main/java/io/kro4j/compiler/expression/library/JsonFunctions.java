package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import java.util.List;

/** JSON text to values and back. */
final class JsonFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "json.unmarshal",
            "json_unmarshal_string",
            List.of(ValueType.STRING),
            ValueType.DYN,
            a -> JsonReader.read((String) a[0])),
        global(
            "json.marshal",
            "json_marshal_dyn",
            List.of(ValueType.DYN),
            ValueType.STRING,
            a -> JsonWriter.write(a[0], JsonScalars.KUBERNETES)),
        global(
            "json.encode",
            "json_encode_dyn",
            List.of(ValueType.DYN),
            ValueType.STRING,
            a -> JsonWriter.write(a[0], JsonScalars.PROTOBUF)));
  }
}
