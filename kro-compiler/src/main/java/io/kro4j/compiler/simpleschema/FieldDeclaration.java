package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Optional;

/**
 * A field or type alias as declared: {@code integer | default=80 required=true}.
 *
 * @param text the type as written
 * @param type the type, or empty if it is malformed
 * @param markers the well-formed markers in order
 */
record FieldDeclaration(MappedText text, Optional<TypeExpression> type, List<Marker> markers) {

  /** Splits a declaration at its first {@code |}; what is malformed is reported. */
  static FieldDeclaration parse(MappedText declaration, Diagnostics diagnostics) {
    String value = declaration.value();
    int bar = value.indexOf('|');
    MappedText typeText = Spaces.trim(bar < 0 ? declaration : declaration.slice(0, bar));
    Optional<TypeExpression> type =
        new TypeParser(diagnostics)
            .parse(typeText.value().isEmpty() ? declaration.slice(0, 0) : typeText);
    List<Marker> markers =
        bar < 0
            ? List.of()
            : MarkerLexer.lex(declaration.slice(bar + 1, value.length()), diagnostics);
    return new FieldDeclaration(typeText, type, markers);
  }
}
