package io.kro4j.compiler.suite;

import static io.kro4j.compiler.diagnostics.DiagnosticId.SUITE_INVALID_FILE;

import io.kro4j.compiler.admission.SchemaCheck;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads test files; each document is a test. */
final class TestFileReader {
  private static final String SCHEMA_FILE = "test-file.schema.json";
  private static final JsonSchema SCHEMA = JsonSchema.of(schema().toJson());

  private final Diagnostics diagnostics;

  TestFileReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The text of the schema of test files, which editors may use too. */
  static String schemaText() {
    try (InputStream in = TestFileReader.class.getResourceAsStream(SCHEMA_FILE)) {
      if (in == null) {
        throw new IllegalStateException("the schema of test files is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YamlValue.Mapping schema() {
    SourceFile file = SourceFile.of(SCHEMA_FILE, schemaText());
    return (YamlValue.Mapping)
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0).root();
  }

  List<TestFile> read(SourceFile file) {
    List<TestFile> tests = new ArrayList<>();
    Checked<List<YamlDocument>> read =
        diagnostics.collect(YamlReader.read(file, YamlLimits.DEFAULT));
    List<YamlDocument> documents = read.value().orElse(List.of());
    if (documents.isEmpty() && !read.hasErrors()) {
      diagnostics.add(SUITE_INVALID_FILE, new Span(file, 0, 0), "the file holds no test");
    }
    for (YamlDocument document : documents) {
      var found = SchemaCheck.check(document.root(), SCHEMA, SUITE_INVALID_FILE);
      diagnostics.addAll(found);
      if (found.isEmpty()) {
        tests.add(test((YamlValue.Mapping) document.root(), file));
      }
    }
    return tests;
  }

  private static TestFile test(YamlValue.Mapping test, SourceFile file) {
    YamlValue group = test.get("group").orElseThrow();
    List<TestFile.Step> steps = new ArrayList<>();
    if (test.get("steps").orElseThrow() instanceof YamlValue.Sequence list) {
      for (YamlValue item : list.items()) {
        YamlValue.Mapping step = (YamlValue.Mapping) item;
        steps.add(new TestFile.Step(String.valueOf(step.get("name").orElseThrow().toJson()), step));
      }
    }
    return new TestFile(String.valueOf(group.toJson()), group.span(), steps, file);
  }
}
