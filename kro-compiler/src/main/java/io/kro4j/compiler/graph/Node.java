package io.kro4j.compiler.graph;

import java.util.List;

/** One entry of the graph. */
public sealed interface Node {
  /** What every kind of node has. */
  Core core();

  /** The id. */
  default String id() {
    return core().id();
  }

  /** The type of the node's objects. */
  default ApiType type() {
    return core().type();
  }

  /**
   * The object as written, with its expressions: the template of what the instance owns, else the
   * reference to what somebody else owns.
   */
  FieldValue.Fields body();

  /** Whether the instance owns the node's objects; else somebody else does. */
  default boolean isOwned() {
    return this instanceof Resource || this instanceof Collection;
  }

  /** Whether the node stands for a list of objects. */
  default boolean isList() {
    return this instanceof Collection || this instanceof ExternalCollection;
  }

  /** The ids of the nodes that must be resolved and ready first, in topological order. */
  default List<String> dependencies() {
    return core().dependencies();
  }

  /**
   * What every kind of node has.
   *
   * @param id the id, unique in the graph
   * @param type the type of its objects
   * @param dependencies the ids of the nodes it depends on, in topological order
   * @param applyOrder the wave: objects of the highest wave are deleted first; from 1
   * @param includeWhen conditions that must all hold for the node to exist; empty for always
   * @param readyWhen conditions that must all hold for the node to be ready; empty for once
   *     observed
   */
  record Core(
      String id,
      ApiType type,
      List<String> dependencies,
      int applyOrder,
      List<GraphExpression> includeWhen,
      List<GraphExpression> readyWhen) {
    /** Copies the lists. */
    public Core {
      dependencies = List.copyOf(dependencies);
      includeWhen = List.copyOf(includeWhen);
      readyWhen = List.copyOf(readyWhen);
    }
  }

  /**
   * One object that the instance owns.
   *
   * @param core what every node has
   * @param template the object with its expressions
   */
  record Resource(Core core, FieldValue.Fields template) implements Node {
    @Override
    public FieldValue.Fields body() {
      return template;
    }
  }

  /**
   * Objects that the instance owns, one for each combination of the dimensions' items.
   *
   * @param core what every node has
   * @param forEach the dimensions, outermost first; at least one
   * @param template the object with its expressions, which may read the iterators
   */
  record Collection(Core core, List<Dimension> forEach, FieldValue.Fields template)
      implements Node {
    /** Copies the list. */
    public Collection {
      forEach = List.copyOf(forEach);
    }

    @Override
    public FieldValue.Fields body() {
      return template;
    }
  }

  /**
   * An object that somebody else owns, read by name.
   *
   * @param core what every node has
   * @param reference {@code apiVersion}, {@code kind}, {@code metadata.name} and optionally {@code
   *     metadata.namespace}, with their expressions
   */
  record External(Core core, FieldValue.Fields reference) implements Node {
    @Override
    public FieldValue.Fields body() {
      return reference;
    }
  }

  /**
   * Objects that somebody else owns, read by label selector.
   *
   * @param core what every node has
   * @param reference {@code apiVersion}, {@code kind}, {@code metadata.selector} and optionally
   *     {@code metadata.namespace}, with their expressions
   */
  record ExternalCollection(Core core, FieldValue.Fields reference) implements Node {
    @Override
    public FieldValue.Fields body() {
      return reference;
    }
  }

  /**
   * One dimension of a collection.
   *
   * @param name the iterator variable
   * @param list the expression that yields the list
   */
  record Dimension(String name, GraphExpression list) {}
}
