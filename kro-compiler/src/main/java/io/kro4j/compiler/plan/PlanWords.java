package io.kro4j.compiler.plan;

import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** Parts of what text and Markdown say. */
final class PlanWords {
  private PlanWords() {}

  /** Such as {@code 1 change}, {@code 2 changes}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A text of a file on one line, without characters that a terminal obeys. */
  static String flat(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  /** A place as tools read it: {@code file:line:column}. */
  static String place(Span span) {
    Position start = span.startPosition();
    return span.file().name() + ":" + start.line() + ":" + start.column();
  }

  /** What an API is called: {@code example.com/v1 Shop (group shop)}. */
  static String title(ApiPlan api) {
    return api.api().gvk() + " (group " + api.group() + ")";
  }

  /** What becomes of an API, in a few words. */
  static String summary(ApiPlan api) {
    long breaking = api.breakages().size();
    String changes = breaking == 0 ? "" : ", " + count(breaking, "breaking change");
    String former = api.formerGroup().map(name -> ", was group " + name).orElse("");
    return switch (api.change()) {
      case ADDED -> "new";
      case REMOVED -> "removed" + changes;
      case CHANGED -> "changed" + former + changes;
      case NONE -> "unchanged";
      case UNKNOWN -> "cannot be compared: it does not compile in one of the two states";
    };
  }

  /** A field and its values, with an arrow between them. */
  static String field(FieldChange change) {
    Optional<String> before = change.before().map(PlanWords::flat);
    Optional<String> after = change.after().map(PlanWords::flat);
    String values =
        before.isEmpty()
            ? after.orElse("") + " (new)"
            : before.get() + " → " + after.orElse("(gone)");
    return change.path() + ": " + values;
  }

  /** A right: {@code create, patch deployments of apps}. */
  static String right(RightsPlan.Right right) {
    return String.join(", ", right.verbs())
        + " "
        + right.resource()
        + (right.group().isEmpty() ? "" : " of " + right.group())
        + (right.name().isEmpty() ? "" : " named " + right.name());
  }

  /** An instance: {@code ~ default/books in shops/books.yaml}. */
  static String instance(InstancePlan instance) {
    String mark =
        switch (instance.change()) {
          case ADDED -> "+ ";
          case REMOVED -> "- ";
          case CHANGED -> "~ ";
        };
    return mark + instance.title() + " in " + place(instance.place());
  }

  /** Why an instance would be refused. */
  static String problem(InstancePlan.Problem problem) {
    return place(problem.place()) + ": " + flat(problem.message()) + " [" + problem.rule() + "]";
  }

  /** Ids in a row. */
  static String order(List<String> ids) {
    return String.join(", ", ids);
  }

  /** What a group says of its breaking changes, and what is to be done; empty if it need not. */
  static String waiver(ApiPlan api) {
    if (api.breakages().isEmpty()) {
      return "";
    }
    Waiver waiver = api.waiver();
    return switch (waiver.kind()) {
      case NONE ->
          api.removal().isPresent()
              ? "if meant, say why with `-Dkro.removals=" + api.group() + "=<reason>`"
              : "if meant, annotate the group with `"
                  + Waiver.ALLOW
                  + ": \"true\"` and say why in `"
                  + Waiver.REASON
                  + "`";
      case GIVEN -> "meant: " + flat(waiver.text());
      case NO_REASON -> "allowed without a reason: say why in `" + Waiver.REASON + "`";
      case USED ->
          "the reason is that of an earlier change: `"
              + flat(waiver.text())
              + "`; say in `"
              + Waiver.REASON
              + "` why this one is meant";
      case INVALID ->
          "`"
              + Waiver.ALLOW
              + ": "
              + flat(waiver.text())
              + "` allows nothing: write `\"true\"`, and the reason into `"
              + Waiver.REASON
              + "`";
    };
  }
}
