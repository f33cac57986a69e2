package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Diagram.Arrow;
import io.kro4j.maven.diagram.Diagram.Box;

/** A diagram in DOT, the language of Graphviz. */
public final class Dot {
  private Dot() {}

  /** The text; ends with a line end. */
  public static String of(Diagram diagram) {
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(quoted(diagram.title())).append(" {\n");
    text.append("  node [shape=box, fontname=\"monospace\", fontsize=12]\n");
    for (Box box : diagram.boxes()) {
      text.append("  ").append(quoted(box.id())).append(" [label=");
      text.append(quoted(box.kind() + "\\n" + box.id())).append(shape(box)).append("]\n");
    }
    for (Arrow arrow : diagram.arrows()) {
      text.append("  ").append(quoted(arrow.from())).append(" -> ").append(quoted(arrow.to()));
      text.append(tooltip(arrow)).append('\n');
    }
    return text.append("}\n").toString();
  }

  private static String shape(Box box) {
    String shape =
        switch (box.shape()) {
          case INSTANCE -> ", style=\"rounded";
          case RESOURCE -> ", style=\"solid";
          case COLLECTION -> ", peripheries=2, style=\"solid";
          case EXTERNAL -> ", shape=parallelogram, style=\"solid";
        };
    return shape + (box.isConditional() ? ",dashed\"" : "\"");
  }

  private static String tooltip(Arrow arrow) {
    return arrow.fields().isEmpty()
        ? ""
        : " [tooltip=" + quoted(String.join("\\n", arrow.fields())) + "]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
