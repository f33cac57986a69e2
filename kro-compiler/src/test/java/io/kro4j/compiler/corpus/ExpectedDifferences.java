package io.kro4j.compiler.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cases that are meant to differ from upstream, each with its reason. */
final class ExpectedDifferences {
  private static final String FILE = "corpus-expected-differences.tsv";

  private final Map<String, String> reasons = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  static ExpectedDifferences read() throws IOException {
    ExpectedDifferences differences = new ExpectedDifferences();
    try (InputStream in = ExpectedDifferences.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(columns -> differences.reasons.put(columns[0], columns[1]));
    }
    return differences;
  }

  @Nullable String reason(String name) {
    String reason = reasons.get(name);
    if (reason != null) {
      used.add(name);
    }
    return reason;
  }

  List<String> unused() {
    return reasons.keySet().stream().filter(name -> !used.contains(name)).toList();
  }
}
