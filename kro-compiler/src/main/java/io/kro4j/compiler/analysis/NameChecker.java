package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_DUPLICATE_ID;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_FOR_EACH;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_INVALID_NAME;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_RESERVED_NAME;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.source.MappedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the ids of resources and the names of iterators: their form, that they are not reserved,
 * and that each is used once.
 */
final class NameChecker {
  private final AnalysisOptions options;
  private final Diagnostics diagnostics;

  NameChecker(AnalysisOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  void check(List<ResourceDefinition> resources) {
    Map<String, MappedText> ids = new HashMap<>();
    for (ResourceDefinition resource : resources) {
      checkWord("resource id", resource.id());
      MappedText first = ids.putIfAbsent(resource.id().value(), resource.id());
      if (first != null) {
        diagnostics.add(
            Diagnostic.of(
                    GRAPH_DUPLICATE_ID,
                    resource.id().span(),
                    "resource id `" + first.value() + "` is used twice")
                .withRelated("first used here", first.span())
                .withHelp("give each resource an id of its own"));
      }
    }
    resources.forEach(resource -> checkIterators(resource, ids));
  }

  private void checkIterators(ResourceDefinition resource, Map<String, MappedText> ids) {
    int count = resource.forEach().size();
    if (count > options.maxForEachDimensions()) {
      diagnostics.add(
          GRAPH_FOR_EACH,
          resource.forEach().get(options.maxForEachDimensions()).name().span(),
          "`forEach` has "
              + count
              + " dimensions, and at most "
              + options.maxForEachDimensions()
              + " are allowed",
          "compute the combinations in one list expression");
    }
    Map<String, MappedText> names = new HashMap<>();
    for (ResourceDefinition.Dimension dimension : resource.forEach()) {
      MappedText name = dimension.name();
      checkWord("iterator name", name);
      MappedText sameId = ids.get(name.value());
      if (sameId != null) {
        diagnostics.add(
            Diagnostic.of(
                    GRAPH_FOR_EACH,
                    name.span(),
                    "iterator `" + name.value() + "` has the name of a resource")
                .withRelated("the resource", sameId.span())
                .withHelp("rename the iterator"));
      }
      MappedText first = names.putIfAbsent(name.value(), name);
      if (first != null) {
        diagnostics.add(
            Diagnostic.of(
                    GRAPH_FOR_EACH, name.span(), "iterator `" + name.value() + "` is used twice")
                .withRelated("first used here", first.span())
                .withHelp("give each dimension a name of its own"));
      }
    }
  }

  private void checkWord(String what, MappedText name) {
    if (ReservedNames.contains(name.value())) {
      diagnostics.add(
          GRAPH_RESERVED_NAME,
          name.span(),
          what + " `" + name.value() + "` is a reserved word",
          "choose another name, such as `my" + capitalized(name.value()) + "`");
    } else if (!ReservedNames.IDENTIFIER.matcher(name.value()).matches()) {
      diagnostics.add(
          GRAPH_INVALID_NAME,
          name.span(),
          what + " `" + name.value() + "` is not lower camel case",
          "start with a lower-case letter and use ASCII letters and digits only");
    }
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
