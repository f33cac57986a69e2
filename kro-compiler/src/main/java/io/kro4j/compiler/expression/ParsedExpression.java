package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Optional;

/** An expression whose syntax is right, with the names it uses. */
public final class ParsedExpression {
  static final String RUNTIME = "runtime";
  static final String OMIT = "omit";

  private final MappedText source;
  private final CelAbstractSyntaxTree tree;
  private final List<Reference> references;
  private final List<FunctionCall> functionsCalled;

  ParsedExpression(MappedText source, CelAbstractSyntaxTree tree) {
    NamesInExpression names = NamesInExpression.of(new SyntaxPlaces(tree, source), tree);
    this.source = source;
    this.tree = tree;
    this.references = names.references();
    this.functionsCalled = names.functionsCalled();
  }

  /**
   * The expression as CEL text. For a mixed string it is the concatenation of its parts: {@code
   * "a-" + (x)} for {@code a-${x}}.
   */
  public String text() {
    return source.value();
  }

  /** The text, mapped to the file: every character of a concatenation to what it was made from. */
  public MappedText source() {
    return source;
  }

  /**
   * The names taken from outside, in the order of their first use. Variables that the expression
   * declares itself, as in {@code list.map(item, item.name)}, are not among them.
   */
  public List<Reference> references() {
    return references;
  }

  /** The places of one name. */
  public Optional<Reference> reference(String name) {
    return references.stream().filter(reference -> reference.name().equals(name)).findFirst();
  }

  /** The functions called, in order, those behind macros included; operators are not. */
  public List<FunctionCall> functionsCalled() {
    return functionsCalled;
  }

  /** Whether {@code omit()} is called. */
  public boolean usesOmit() {
    return functionsCalled.stream().anyMatch(call -> call.name().equals(OMIT));
  }

  /** Whether {@code cel.bind} is used. */
  public boolean usesBind() {
    return functionsCalled.stream().anyMatch(call -> call.name().equals("cel.@bound"));
  }

  /** Whether {@code runtime} is used. */
  public boolean usesRuntime() {
    return reference(RUNTIME).isPresent();
  }

  CelAbstractSyntaxTree tree() {
    return tree;
  }

  @Override
  public String toString() {
    return text();
  }
}
