package io.kro4j.compiler.plan;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;

/**
 * What a group says of its breaking changes.
 *
 * <p>{@code kro.run/allow-breaking-changes: "true"} is what the controller obeys, and nothing else:
 * any other value is no waiver, here as there. A plan wants a reason besides, in {@code
 * kro4j.io/breaking-changes-reason}, and a reason counts once: one that the group gave before is
 * about an earlier change.
 *
 * @param kind what was found
 * @param text the reason, or the value that is no waiver; empty if there is none
 * @param place where it stands, if it does
 */
public record Waiver(Kind kind, String text, Optional<Span> place) {
  /** The annotation that the controller reads too. */
  public static final String ALLOW = "kro.run/allow-breaking-changes";

  /** The annotation with the reason. */
  public static final String REASON = "kro4j.io/breaking-changes-reason";

  private static final String ALLOWED = "true";

  /** What a group may say. */
  public enum Kind {
    /** Nothing. */
    NONE("none"),
    /** Breaking changes are meant, and why. */
    GIVEN("given"),
    /** They are meant, and nobody says why. */
    NO_REASON("no-reason"),
    /** They are meant for a reason that was given for an earlier change. */
    USED("used"),
    /** The annotation has a value that means nothing. */
    INVALID("invalid");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word that reports use. */
    public String text() {
      return text;
    }
  }

  private static final Waiver NONE = new Waiver(Kind.NONE, "", Optional.empty());

  /** What a group says. */
  static Waiver of(Optional<CompiledGroup> before, CompiledGroup after) {
    ResourceGroup group = after.source();
    String allow = group.annotations().get(ALLOW);
    if (allow == null) {
      return NONE;
    }
    if (!allow.equals(ALLOWED)) {
      return new Waiver(Kind.INVALID, allow, place(group, ALLOW));
    }
    String reason = reason(group);
    if (reason.isEmpty()) {
      return new Waiver(Kind.NO_REASON, "", place(group, ALLOW));
    }
    boolean used =
        before
            .filter(old -> ALLOWED.equals(old.source().annotations().get(ALLOW)))
            .filter(old -> reason(old.source()).equals(reason))
            .isPresent();
    return new Waiver(used ? Kind.USED : Kind.GIVEN, reason, place(group, REASON));
  }

  /** That nothing is said. */
  static Waiver none() {
    return NONE;
  }

  /** The reason that a parameter of the build gives: a group that is gone can say nothing. */
  static Waiver byParameter(String reason) {
    return new Waiver(Kind.GIVEN, reason, Optional.empty());
  }

  /** Whether breaking changes may pass. */
  public boolean waives() {
    return kind == Kind.GIVEN;
  }

  private static String reason(ResourceGroup group) {
    return group.annotations().getOrDefault(REASON, "").strip();
  }

  private static Optional<Span> place(ResourceGroup group, String annotation) {
    return group
        .document()
        .find("metadata", "annotations", annotation)
        .map(YamlValue.Entry::keySpan);
  }
}
