package io.kro4j.compiler.suite;

import static io.kro4j.compiler.diagnostics.DiagnosticId.SUITE_UNKNOWN_NAME;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.admission.Admission;
import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.admission.Places;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.diff.UnifiedDiff;
import io.kro4j.compiler.render.InstanceRenderer;
import io.kro4j.compiler.render.ObservedObject;
import io.kro4j.compiler.render.ObservedReader;
import io.kro4j.compiler.render.RenderOptions;
import io.kro4j.compiler.render.Rendering;
import io.kro4j.compiler.render.RenderingText;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.suite.StepResult.Failure;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Runs one test: its steps in order, the cluster after one being the cluster before the next. */
final class TestRun {
  /** What stands for the version of the runtime, so that golden files outlive versions. */
  private static final String VERSION = "test";

  private static final int MOST_LINES = 40;

  private final TestFile test;
  private final CompiledGroup group;
  private final ProjectFiles files;
  private final Diagnostics diagnostics;
  private final SortedMap<String, String> goldens;
  private final Admission admission;
  private final InstanceRenderer renderer;
  private final Map<String, Map<String, Object>> statuses = new LinkedHashMap<>();
  private List<ObservedObject> cluster = new ArrayList<>();
  private Map<String, @Nullable Object> written = Map.of();
  private @Nullable Map<String, @Nullable Object> stored;
  private @Nullable Places places;

  TestRun(
      TestFile test,
      CompiledGroup group,
      SuiteInput input,
      Diagnostics diagnostics,
      SortedMap<String, String> goldens) {
    this.test = test;
    this.group = group;
    this.files = new ProjectFiles(test.file(), input.files(), diagnostics);
    this.diagnostics = diagnostics;
    this.goldens = goldens;
    this.admission = new Admission(InstanceApi.of(group.graph().api(), group.crd().json()));
    this.renderer =
        new InstanceRenderer(group.graph(), input.catalog(), RenderOptions.of(true, VERSION));
  }

  TestResult run() {
    List<StepResult> steps = new ArrayList<>();
    for (TestFile.Step step : test.steps()) {
      checkNodes(step.fields("status"));
      checkNodes(step.fields("expect", "nodes"));
      steps.add(new StepResult(step.name(), step.object().start(), run(step)));
    }
    return new TestResult(test.file().name(), test.group(), steps);
  }

  private List<Failure> run(TestFile.Step step) {
    Map<String, @Nullable Object> writtenBefore = written;
    @Nullable Places placesBefore = places;
    change(step);
    if (places == null) {
      return List.of(new Failure("instance", "an instance", "none so far", step.object().start()));
    }
    Map<String, @Nullable Object> before = stored;
    Checked<Map<String, @Nullable Object>> admitted =
        before == null
            ? admission.create(written, places)
            : admission.update(written, before, places);
    if (admitted.hasErrors() || isOfOtherKind()) {
      List<Diagnostic> found = new ArrayList<>(admitted.diagnostics());
      found.addAll(otherKind(step));
      if (before != null) {
        written = writtenBefore;
        places = placesBefore;
      }
      return Expectations.of(step, found);
    }
    Map<String, @Nullable Object> instance = new LinkedHashMap<>(admitted.value().orElseThrow());
    if (before != null) {
      instance.put("status", before.get("status"));
    }
    Rendering rendering = renderer.render(instance, cluster, statuses);
    stored = rendering.instance();
    cluster = observed(rendering.objects(), step.object().start());
    List<Failure> failures = new ArrayList<>(Expectations.of(step, rendering));
    failures.addAll(Expectations.of(step, found(admitted, rendering, step)));
    compareGolden(step, rendering, failures);
    return failures;
  }

  /** What was found although the instance is sound, and stands in this step. */
  private static List<Diagnostic> found(
      Checked<?> admitted, Rendering rendering, TestFile.Step step) {
    List<Diagnostic> found = new ArrayList<>(admitted.diagnostics());
    Span whole = step.object().span();
    rendering.unmatched().stream()
        .filter(object -> object.place().file().equals(whole.file()))
        .filter(object -> object.place().start() > whole.start())
        .filter(object -> object.place().end() <= whole.end())
        .forEach(object -> found.add(object.unmatched()));
    return found;
  }

  private void change(TestFile.Step step) {
    Optional<YamlValue> instance =
        step.get("instance").or(() -> step.get("instanceFile").flatMap(this::single));
    if (instance.isPresent()) {
      written = PlainJson.object(instance.get().toJson());
      places = Places.of(instance.get());
    }
    Optional<YamlValue> patch = step.get("patch");
    if (patch.isPresent() && places != null) {
      written = MergePatch.apply(written, PlainJson.object(patch.get().toJson()));
      places = Places.of(patch.get()).over(places);
    }
    for (YamlValue file : step.files("observedFiles")) {
      files
          .read(file)
          .flatMap(found -> diagnostics.collect(ObservedReader.read(found)).value())
          .ifPresent(this::observe);
    }
    for (YamlValue object : step.items("observed")) {
      diagnostics.collect(ObservedReader.read(object)).value().ifPresent(this::observe);
    }
    for (YamlValue gone : step.items("gone")) {
      Map<String, Object> name = PlainJson.object(gone.toJson());
      cluster.removeIf(object -> isNamed(object, name));
    }
    for (YamlValue.Entry status : step.fields("status")) {
      statuses.merge(
          status.key().value(),
          PlainJson.object(status.value().toJson()),
          (old, change) -> PlainJson.object(MergePatch.apply(old, change)));
    }
  }

  private Optional<YamlValue> single(YamlValue name) {
    Optional<SourceFile> file = files.read(name);
    List<YamlDocument> documents =
        file.flatMap(
                found -> diagnostics.collect(YamlReader.read(found, YamlLimits.DEFAULT)).value())
            .orElse(List.of());
    return documents.stream().map(YamlDocument::root).findFirst();
  }

  /** Objects of the same name are replaced. */
  private void observe(List<ObservedObject> objects) {
    for (ObservedObject object : objects) {
      cluster.removeIf(
          known ->
              String.valueOf(known.json().get("kind")).equals(object.json().get("kind"))
                  && isNamed(known, PlainJson.object(object.json().get("metadata"))));
      cluster.add(object);
    }
  }

  private static boolean isNamed(ObservedObject object, Map<String, Object> name) {
    Map<String, Object> metadata = PlainJson.object(object.json().get("metadata"));
    Object kind = name.get("kind");
    Object namespace = name.get("namespace");
    return (kind == null || kind.equals(object.json().get("kind")))
        && (namespace == null || namespace.equals(metadata.get("namespace")))
        && String.valueOf(metadata.get("name")).equals(name.get("name"));
  }

  private static List<ObservedObject> observed(
      List<Map<String, @Nullable Object>> objects, Span place) {
    List<ObservedObject> observed = new ArrayList<>();
    objects.forEach(json -> observed.add(new ObservedObject(json, place)));
    return observed;
  }

  private boolean isOfOtherKind() {
    var gvk = group.graph().api().gvk();
    return !gvk.apiVersion().equals(written.get("apiVersion"))
        || !gvk.kind().equals(written.get("kind"));
  }

  private List<Diagnostic> otherKind(TestFile.Step step) {
    if (!isOfOtherKind()) {
      return List.of();
    }
    var gvk = group.graph().api().gvk();
    return List.of(
        Diagnostic.of(
                DiagnosticId.RENDER_UNKNOWN_KIND,
                step.object().start(),
                "group `"
                    + group.name()
                    + "` does not define `"
                    + written.get("apiVersion")
                    + " "
                    + written.get("kind")
                    + "`")
            .withHelp("it defines " + gvk.apiVersion() + " " + gvk.kind()));
  }

  private void checkNodes(Collection<YamlValue.Entry> entries) {
    List<String> ids = group.graph().nodes().stream().map(node -> node.id()).toList();
    for (YamlValue.Entry entry : entries) {
      String id = entry.key().value();
      if (!ids.contains(id)) {
        diagnostics.add(
            SUITE_UNKNOWN_NAME,
            entry.keySpan(),
            "group `" + group.name() + "` has no node `" + id + "`",
            Suggestions.didYouMean(id, ids).orElse("it has " + String.join(", ", ids)));
      }
    }
  }

  private void compareGolden(TestFile.Step step, Rendering rendering, List<Failure> failures) {
    Optional<YamlValue> golden = step.get("expect", "golden");
    if (golden.isEmpty()) {
      return;
    }
    String path = files.path(String.valueOf(golden.get().toJson()));
    String actual = RenderingText.manifests(rendering);
    String expected = files.text(path).orElse("");
    if (!RenderingText.isManifests(expected)) {
      failures.add(
          new Failure(
              "golden " + path,
              "a golden file, or none yet",
              "a file of something else, which is not overwritten",
              golden.get().span()));
      return;
    }
    goldens.put(path, actual);
    if (!expected.equals(actual)) {
      String diff = String.join("\n", UnifiedDiff.of(expected, actual, MOST_LINES));
      failures.add(
          new Failure(
              "golden " + path,
              "the same text; -Dkro.test.update writes it",
              diff,
              golden.get().span()));
    }
  }
}
