package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Diagram.Arrow;
import io.kro4j.maven.diagram.Diagram.Box;

/** A diagram as a Mermaid flowchart, which GitHub and GitLab draw where Markdown has it. */
public final class Mermaid {
  private Mermaid() {}

  /** The text, without the Markdown fence; ends with a line end. */
  public static String of(Diagram diagram) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    for (Box box : diagram.boxes()) {
      text.append("  ").append(name(box.id())).append(box(box));
      text.append(box.isConditional() ? ":::conditional\n" : "\n");
    }
    for (Arrow arrow : diagram.arrows()) {
      text.append("  %s --> %s\n".formatted(name(arrow.from()), name(arrow.to())));
    }
    if (diagram.boxes().stream().anyMatch(Box::isConditional)) {
      text.append("  classDef conditional stroke-dasharray: 4 3\n");
    }
    return text.toString();
  }

  /** Some words, such as {@code end}, have a meaning of their own. */
  private static String name(String id) {
    return "n_" + id;
  }

  private static String box(Box box) {
    String label = "\"" + box.kind() + "<br/>" + box.id() + "\"";
    return switch (box.shape()) {
      case INSTANCE -> "([" + label + "])";
      case RESOURCE -> "[" + label + "]";
      case COLLECTION -> "[[" + label + "]]";
      case EXTERNAL -> "[/" + label + "/]";
    };
  }
}
