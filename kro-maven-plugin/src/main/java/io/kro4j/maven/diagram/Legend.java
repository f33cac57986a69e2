package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Diagram.Box;
import io.kro4j.maven.diagram.Diagram.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the looks of boxes mean: those that a diagram has and that do not speak for themselves.
 *
 * @param entries from top to bottom
 */
record Legend(List<Entry> entries) {
  /** Copies the list. */
  Legend {
    entries = List.copyOf(entries);
  }

  /**
   * A box and what it means.
   *
   * @param sample a box that looks so
   */
  record Entry(Box sample, String meaning) {}

  /** The legend of a diagram; empty if it has simple boxes only. */
  static Legend of(Diagram diagram) {
    List<Entry> entries = new ArrayList<>();
    if (has(diagram, box -> box.shape() == Shape.EXTERNAL)) {
      entries.add(new Entry(new Box("", "", Shape.EXTERNAL, false), "is there already, only read"));
    }
    if (has(diagram, box -> box.shape() == Shape.COLLECTION)) {
      entries.add(new Entry(new Box("", "", Shape.COLLECTION, false), "any number of objects"));
    }
    if (has(diagram, Box::isConditional)) {
      entries.add(new Entry(new Box("", "", Shape.RESOURCE, true), "only if a condition holds"));
    }
    return new Legend(entries);
  }

  private static boolean has(Diagram diagram, Predicate<Box> looks) {
    return diagram.boxes().stream().anyMatch(looks);
  }
}
