package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Seeded random graphs with the texts that a format gets wrong. */
final class RandomGraph {
  private static final List<String> TEXTS =
      List.of(
          "a",
          "a + b",
          "}",
          "${a}",
          "{",
          "a ? 'x' : \"y\"",
          "\n  a\n",
          "",
          "null",
          "(a) + (b)",
          "'$'",
          "[1, 2].map(x, x * 2)",
          "\"é: # \"",
          " a ",
          "schema.spec.name");

  private static final List<String> LITERALS =
      List.of(
          "$null",
          "$$null",
          "null",
          "${a}",
          "$${a}",
          "$2{a}",
          "$$$12{",
          "${",
          "$",
          "$$",
          "$(X)",
          "a ${b}",
          "$HOME",
          "${\n}",
          "$nullx",
          "$9",
          "#!/bin/sh\necho ${HOME}\n");

  private final long seed;
  private final Random random;
  private final RandomJson json;

  private RandomGraph(long seed) {
    this.seed = seed;
    random = new Random(seed);
    json = new RandomJson(seed);
  }

  static CompiledGraph of(long seed) {
    return new RandomGraph(seed).compiled();
  }

  private CompiledGraph compiled() {
    return new CompiledGraph(
        graph(), Digest.ofText("source" + random.nextInt()), Digest.ofText("crd"));
  }

  private ResourceGraph graph() {
    List<Node> nodes = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      nodes.add(node(nodes));
    }
    return new ResourceGraph("group" + seed, type(), nodes, fields(2), expressions(), settings());
  }

  private Node node(List<Node> before) {
    List<String> dependencies =
        before.stream().map(Node::id).filter(id -> random.nextBoolean()).toList();
    Node.Core core =
        new Node.Core(
            "node" + before.size(),
            type(),
            dependencies,
            1 + random.nextInt(4),
            expressions(),
            expressions());
    return switch (random.nextInt(4)) {
      case 0 -> new Node.Resource(core, fields(4));
      case 1 -> new Node.Collection(core, some(this::dimension, 1), fields(4));
      case 2 -> new Node.External(core, fields(2));
      default -> new Node.ExternalCollection(core, fields(2));
    };
  }

  private Node.Dimension dimension() {
    return new Node.Dimension("d" + random.nextInt(3), expression());
  }

  private ApiType type() {
    Scope scope = random.nextBoolean() ? Scope.NAMESPACED : Scope.CLUSTER;
    String group = List.of("", "apps", "kro.run").get(random.nextInt(3));
    return new ApiType(
        new GroupVersionKind(group, "v1", "Kind" + random.nextInt(3)), "kinds", scope);
  }

  private FieldValue.Fields fields(int depth) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(json.text(), value(depth - 1));
    }
    return new FieldValue.Fields(fields);
  }

  private FieldValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0, 1 -> new FieldValue.Computed(expression());
      case 2 -> new FieldValue.Literal(LITERALS.get(random.nextInt(LITERALS.size())));
      case 3, 4 -> new FieldValue.Literal(json.value(0));
      case 5 -> new FieldValue.Items(some(() -> value(depth - 1), 0));
      default -> fields(depth);
    };
  }

  private List<GraphExpression> expressions() {
    return some(this::expression, 0);
  }

  private GraphExpression expression() {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    String type = random.nextInt(4) == 0 ? "dyn" : "list(map(string, int))";
    return new GraphExpression(text, type, List.of("schema", "a"), some(this::read, 0));
  }

  private GraphExpression.Read read() {
    GraphExpression.Conversion[] conversions = GraphExpression.Conversion.values();
    List<String> names = List.of("spec", "a/b", "~1", "", "*", "x.y");
    return new GraphExpression.Read(
        "schema",
        some(() -> names.get(random.nextInt(names.size())), 0),
        conversions[random.nextInt(conversions.length)]);
  }

  private ControllerSettings settings() {
    return new ControllerSettings(
        maybe(() -> 1 + random.nextInt(9)),
        maybe(this::duration),
        maybe(this::duration),
        maybe(this::duration),
        maybe(this::duration));
  }

  private Duration duration() {
    return Duration.ofSeconds(random.nextInt(500_000), random.nextInt(3) * 100_200_300L);
  }

  private <T> Optional<T> maybe(Supplier<T> supplier) {
    return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> supplier, int least) {
    List<T> list = new ArrayList<>();
    for (int i = least + random.nextInt(3); i > 0; i--) {
      list.add(supplier.get());
    }
    return list;
  }
}
