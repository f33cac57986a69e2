package io.kro4j.compiler.gitops;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares how modules of one build name their objects for the same tool. In one cluster the
 * objects of one module replace those of the other, and the tool prunes what only the other had.
 */
public final class GlueNames {
  private GlueNames() {}

  /**
   * The findings about a module, one for each other module that uses its name.
   *
   * @param pom the file in which the module is configured
   * @param own the settings of the module
   * @param others the settings of other modules, by their names
   */
  public static List<Diagnostic> shared(
      SourceFile pom, GlueSettings own, SortedMap<String, GlueSettings> others) {
    List<Diagnostic> findings = new ArrayList<>();
    others.forEach(
        (module, settings) -> {
          Set<GlueTool> tools = new TreeSet<>(settings.tools());
          tools.retainAll(own.tools());
          if (!tools.isEmpty() && settings.name().equals(own.name())) {
            findings.add(finding(place(pom), own.name(), module, tools));
          }
        });
    return findings;
  }

  private static Diagnostic finding(Span place, String name, String module, Set<GlueTool> tools) {
    String words = tools.stream().map(GlueTool::title).collect(Collectors.joining(" and "));
    return Diagnostic.of(
            DiagnosticId.GLUE_SHARED_NAME,
            place,
            "module `" + module + "` names its objects for " + words + " `" + name + "`, too")
        .withHelp("give each module whose output goes to the same cluster a `glueName` of its own");
  }

  /** Where the name is, or the tools are; what a parent says is nowhere in the file. */
  private static Span place(SourceFile pom) {
    return Stream.of("<glueName>", "<glue>")
        .filter(pom.text()::contains)
        .findFirst()
        .map(tag -> new Span(pom, pom.text().indexOf(tag), pom.text().indexOf(tag) + tag.length()))
        .orElse(new Span(pom, 0, 0));
  }
}
