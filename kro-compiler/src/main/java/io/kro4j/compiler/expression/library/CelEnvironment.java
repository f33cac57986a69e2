package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardIdentifier;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelParser;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * kro's CEL: parses, checks and plans expressions. Immutable; one is enough for a process.
 *
 * <p>Checking declares only the functions that an expression calls: cel-java indexes all
 * declarations anew for every expression, and there are over two hundred.
 */
public final class CelEnvironment {
  private static final CelStandardDeclarations IDENTIFIERS_ONLY =
      CelStandardDeclarations.newBuilder().filterFunctions((function, overload) -> false).build();

  private final FunctionTable functions;
  private final CelParser parser;
  private final List<CelVarDecl> constants;
  private final Set<String> knownWords;
  private final LibraryTypes types;
  private final CelRuntime runtime;
  private final EvaluationLimits limits;

  private CelEnvironment(List<FunctionLibrary> libraries, EvaluationLimits limits) {
    this.functions = FunctionTable.of(libraries);
    this.parser = CelSyntax.parser();
    LibraryTypes libraryTypes = LibraryTypes.of(libraries);
    this.constants = constants(libraryTypes);
    this.knownWords = knownWords(constants);
    this.types = libraryTypes;
    this.limits = limits;
    this.runtime = runtime(functions, types, limits);
  }

  /**
   * The environment with further libraries.
   *
   * @param libraries what to add to the functions of CEL and kro
   */
  public static CelEnvironment with(List<FunctionLibrary> libraries) {
    return with(libraries, EvaluationLimits.DEFAULT);
  }

  /**
   * The environment with further libraries and its own limits.
   *
   * @param libraries what to add to the functions of CEL and kro
   * @param limits how much one evaluation may do
   */
  public static CelEnvironment with(List<FunctionLibrary> libraries, EvaluationLimits limits) {
    List<FunctionLibrary> all = new ArrayList<>(CoreLibraries.ALL);
    all.addAll(libraries);
    return new CelEnvironment(all, limits);
  }

  /**
   * The environment in which an API server compiles the validation rules of a CRD, as far as kro
   * has its functions: without {@code sets} and {@code format}.
   *
   * @param libraries Kubernetes' own libraries
   */
  public static CelEnvironment kubernetes(List<FunctionLibrary> libraries) {
    List<FunctionLibrary> all = new ArrayList<>(CoreLibraries.KUBERNETES);
    all.addAll(libraries);
    return new CelEnvironment(all, EvaluationLimits.RULES);
  }

  /**
   * Parses an expression and expands its macros.
   *
   * @param text the expression; positions count its code points
   * @return the syntax tree, with its macro calls kept, or what is wrong
   */
  public CelValidationResult parse(String text) {
    return PathParser.parse(text)
        .map(tree -> new CelValidationResult(tree, ImmutableList.of()))
        .orElseGet(() -> parser.parse(text));
  }

  /** Whether a word is the name of a type or a constant, or begins one, as {@code google} does. */
  public boolean isKnown(String word) {
    return knownWords.contains(word);
  }

  /**
   * Checks the types of a parsed expression.
   *
   * @param parsed what {@link #parse} gave
   * @param variables the type of each variable; {@code runtime} is always there
   * @param provider finds the struct types that the variables name
   * @return the checked tree, or everything that is wrong
   */
  public CelValidationResult check(
      CelAbstractSyntaxTree parsed, Map<String, CelType> variables, CelTypeProvider provider) {
    return check(parsed, variables, provider, Optional.empty());
  }

  /**
   * Checks the types of a parsed expression, and that its own type is the expected one.
   *
   * @param parsed what {@link #parse} gave
   * @param variables the type of each variable; {@code runtime} is always there
   * @param provider finds the struct types that the variables name
   * @param expected the type of the result
   * @return the checked tree, or everything that is wrong
   */
  public CelValidationResult check(
      CelAbstractSyntaxTree parsed,
      Map<String, CelType> variables,
      CelTypeProvider provider,
      CelType expected) {
    return check(parsed, variables, provider, Optional.of(expected));
  }

  private CelValidationResult check(
      CelAbstractSyntaxTree parsed,
      Map<String, CelType> variables,
      CelTypeProvider provider,
      Optional<CelType> expected) {
    Set<String> called = calls(parsed);
    CelCheckerBuilder builder =
        CelCompilerFactory.standardCelCheckerBuilder()
            .setOptions(CelSyntax.OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(IDENTIFIERS_ONLY)
            .setTypeProvider(types.before(provider))
            .addVarDeclarations(constants)
            .addFunctionDeclarations(functions.declarations(called));
    variables.forEach(
        (name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
    expected.ifPresent(builder::setResultType);
    CelValidationResult checked = builder.build().check(parsed);
    return called.contains(FormatFunctions.NAME) ? FormatCheck.check(checked) : checked;
  }

  /**
   * Makes an expression ready to run.
   *
   * @param ast a checked tree; a tree that is only parsed runs too, choosing overloads by value
   * @throws IllegalArgumentException if the tree calls functions that are not there
   */
  public CelProgram plan(CelAbstractSyntaxTree ast) {
    try {
      return new CelProgram(runtime.createProgram(ast), limits);
    } catch (CelEvaluationException e) {
      throw new IllegalArgumentException("not a program: " + e.getMessage(), e);
    }
  }

  /** The names of all functions as written in expressions, operators left out. */
  public Set<String> functionNames() {
    Set<String> names = new TreeSet<>();
    for (String name : functions.names()) {
      if (Character.isLetter(name.charAt(0)) && !name.contains("@")) {
        names.add(name);
      }
    }
    return names;
  }

  /** The names of all macros, such as {@code has} and {@code cel.bind}. */
  public Set<String> macroNames() {
    return CelSyntax.macroNames();
  }

  /** The names of called functions, with and without the prefix a receiver may turn out to be. */
  private static Set<String> calls(CelAbstractSyntaxTree ast) {
    Set<String> names = new TreeSet<>();
    CelNavigableAst.fromAst(ast).getRoot().allNodes().forEach(node -> addCall(node.expr(), names));
    return names;
  }

  private static void addCall(CelExpr expr, Set<String> names) {
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return;
    }
    String function = expr.call().function();
    names.add(function);
    expr.call()
        .target()
        .flatMap(CelSyntax::qualifiedName)
        .ifPresent(q -> names.add(q + "." + function));
  }

  private static List<CelVarDecl> constants(LibraryTypes types) {
    List<CelVarDecl> constants = new ArrayList<>(types.identifiers());
    constants.add(
        CelVarDecl.newVarDeclaration(RuntimeFunctions.VARIABLE, RuntimeFunctions.RUNTIME.type()));
    return constants;
  }

  private static Set<String> knownWords(List<CelVarDecl> constants) {
    Set<String> words = new HashSet<>();
    constants.forEach(constant -> words.add(firstWord(constant.name())));
    for (StandardIdentifier identifier : StandardIdentifier.values()) {
      words.add(firstWord(identifier.identDecl().name()));
    }
    return words;
  }

  private static String firstWord(String name) {
    return name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
  }

  private static CelRuntime runtime(
      FunctionTable functions, CelTypeProvider types, EvaluationLimits limits) {
    CelOptions options =
        CelSyntax.OPTIONS.toBuilder().comprehensionMaxIterations(limits.iterations()).build();
    CelStandardFunctions standard =
        CelStandardFunctions.newBuilder()
            .filterFunctions(
                (function, overload) -> !functions.binds(StandardOverloads.name(function)))
            .build();
    return CelRuntimeFactory.plannerRuntimeBuilder()
        .setOptions(options)
        .setTypeProvider(types)
        .setStandardFunctions(standard)
        .addFunctionBindings(functions.bindings())
        .build();
  }
}
