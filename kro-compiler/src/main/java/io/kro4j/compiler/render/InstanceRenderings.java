package io.kro4j.compiler.render;

import static io.kro4j.compiler.diagnostics.DiagnosticId.RENDER_UNKNOWN_KIND;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.admission.Admission;
import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.admission.Places;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders the instances of some files. */
public final class InstanceRenderings {
  private final RenderInput input;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<ObservedObject> observed = new ArrayList<>();
  private final List<Rendering> renderings = new ArrayList<>();

  private InstanceRenderings(RenderInput input) {
    this.input = input;
  }

  /**
   * Renders all instances.
   *
   * @return what the runtime would do with each instance that an API server would take, in the
   *     order of the files, and what is wrong with the others
   */
  public static Checked<List<Rendering>> of(RenderInput input) {
    return new InstanceRenderings(input).run();
  }

  private Checked<List<Rendering>> run() {
    input
        .observed()
        .forEach(
            file ->
                diagnostics.collect(ObservedReader.read(file)).value().ifPresent(observed::addAll));
    if (input.isWithoutInstances()) {
      input.groups().forEach(group -> documents(dummy(group)).forEach(this::render));
    }
    input.instances().forEach(file -> documents(file).forEach(this::render));
    input.mixed().stream()
        .flatMap(file -> documents(file).stream())
        .filter(document -> group(document).isPresent())
        .forEach(this::render);
    reportUnmatched();
    List<Diagnostic> found = new ArrayList<>(diagnostics.list());
    found.sort(Diagnostic.BY_PLACE);
    return Checked.of(List.copyOf(renderings), found);
  }

  private static SourceFile dummy(CompiledGroup group) {
    return SourceFile.of(
        "(made up for " + group.name() + ")", YamlWriter.write(DummyInstance.of(api(group))));
  }

  private List<YamlDocument> documents(SourceFile file) {
    return diagnostics.collect(YamlReader.read(file, YamlLimits.DEFAULT)).value().orElse(List.of());
  }

  private void render(YamlDocument document) {
    Optional<CompiledGroup> group = group(document);
    if (group.isEmpty() || !(document.root() instanceof YamlValue.Mapping instance)) {
      diagnostics.add(unknownKind(document));
      return;
    }
    Checked<Map<String, @Nullable Object>> admitted =
        diagnostics.collect(
            new Admission(api(group.get())).create(instance.toJson(), Places.of(instance)));
    if (!admitted.hasErrors()) {
      renderings.add(
          new InstanceRenderer(group.get().graph(), input.catalog(), input.options())
              .render(admitted.value().orElseThrow(), observed));
    }
  }

  private static InstanceApi api(CompiledGroup group) {
    return InstanceApi.of(group.graph().api(), group.crd().json());
  }

  private Optional<CompiledGroup> group(YamlDocument document) {
    String type = type(document);
    return input.groups().stream().filter(group -> type(group).equals(type)).findFirst();
  }

  private static String type(CompiledGroup group) {
    GroupVersionKind gvk = group.graph().api().gvk();
    return gvk.apiVersion() + " " + gvk.kind();
  }

  private static String type(YamlDocument document) {
    return document.root() instanceof YamlValue.Mapping object
        ? text(object, "apiVersion") + " " + text(object, "kind")
        : "";
  }

  private static String text(YamlValue.Mapping object, String field) {
    return object.get(field).map(YamlValue::toJson).map(String::valueOf).orElse("");
  }

  private Diagnostic unknownKind(YamlDocument document) {
    Set<String> known = new TreeSet<>();
    input.groups().forEach(group -> known.add(type(group)));
    String type = type(document);
    Span place =
        document.root() instanceof YamlValue.Mapping object
            ? object.entry("kind").map(entry -> entry.value().span()).orElseGet(object::start)
            : document.root().span();
    String help =
        Suggestions.didYouMean(type, known).orElse("the groups define " + String.join(", ", known));
    return Diagnostic.of(
            RENDER_UNKNOWN_KIND,
            place,
            type.isBlank()
                ? "this is no instance: it has no `apiVersion` and no `kind`"
                : "no group defines `" + type + "`")
        .withHelp(help);
  }

  /** Objects that no instance has anything to do with; with no instance there is nothing to say. */
  private void reportUnmatched() {
    if (renderings.isEmpty()) {
      return;
    }
    Set<Span> unmatched = new HashSet<>();
    renderings.get(0).unmatched().forEach(object -> unmatched.add(object.place()));
    for (Rendering rendering : renderings) {
      Set<Span> here = new HashSet<>();
      rendering.unmatched().forEach(object -> here.add(object.place()));
      unmatched.retainAll(here);
    }
    observed.stream()
        .filter(object -> unmatched.contains(object.place()))
        .forEach(object -> diagnostics.add(object.unmatched()));
  }
}
