package io.kro4j.compiler.diagnostics;

import java.util.Collection;
import java.util.stream.Collectors;

/** What messages show of values, however long or many they are: a finding is read by people. */
public final class Quoted {
  private static final int LONGEST = 200;
  private static final int MOST = 12;

  private Quoted() {}

  /** A text in backticks, cut off if it is long. */
  public static String text(String text) {
    if (text.length() <= LONGEST) {
      return "`" + text + "`";
    }
    return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…`";
  }

  /** The first of some texts, each in backticks, and an ellipsis if there are more. */
  public static String some(Collection<?> texts) {
    String some =
        texts.stream()
            .limit(MOST)
            .map(text -> text(String.valueOf(text)))
            .collect(Collectors.joining(", "));
    return texts.size() > MOST ? some + ", …" : some;
  }
}
