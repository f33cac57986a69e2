package io.kro4j.compiler.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author types, reading ends in diagnostics, soon, and they can be shown. */
class MutatedTextTest {
  private static final int MUTANTS = 3_000;

  private static final String[] SEEDS = {
    """
    # a definition
    apiVersion: kro.run/v1alpha1
    kind: ResourceGroup
    metadata: {name: web, labels: {a: "b\\u00e9\\U0001F600"}}
    spec:
      schema:
        kind: Web
        apiVersion: v1alpha1
        spec: &spec
          name: string | default="x" # note
          text: 'it''s'
        status: {<<: *spec, "ready": "${a.b == 'c' ? \\
          1 : 2}"}
      resources:
      - id: app
        template:
          apiVersion: v1
          kind: ConfigMap
          data:
            literal: |+
              one
                two ${schema.spec.name}

            folded: >2-
               three
              four
        forEach: [x: "${[1, 2]}"]
      - name: old
        definition: !Ref {apiVersion: v1, kind: Secret}
    """,
    """
    ---
    kind: ResourceGraphDefinition
    apiVersion: kro.run/v1alpha1
    metadata:
      name: &n 0755
    spec: {schema: {kind: 5, apiVersion: ~, scope: Cluster, shortNames: [a, *n]}}
    ...
    %YAML 1.1
    --- !!map
    ? [complex]
    : - .inf
      - 1_000
    日本: "wide"
    """,
  };

  private static final String[] PIECES = {
    "\n", " ", "  ", "\t", ":", ": ", "- ", "? ", "\"", "'", "|", ">", "|-\n", "{", "}", "[", "]",
    ",", "#", " #", "&n ", "*n", "*spec", "!", "!!str ", "!!int ", "<<: ", "~", "\\", "\\u", "%",
    "@", "---\n", "...\n", "\r", "\r\n", "\u0085", "\u2028", "\u0000", "\uFEFF", "\uD83D", "\uDE00",
    "😀", "id: ", "kind: ", "null", "1e999", "0x", "- - - "
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mutantsEndInDiagnostics(long seed) {
    Random random = new Random(seed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          int withFindings = 0;
          for (int i = 0; i < MUTANTS; i++) {
            withFindings += read(mutant(random)).isEmpty() ? 0 : 1;
          }
          assertThat(withFindings).isGreaterThan(MUTANTS / 2);
        });
  }

  private static List<Diagnostic> read(String text) {
    SourceFile file = SourceFile.of("mutant.yaml", text);
    List<Diagnostic> found = new ArrayList<>();
    try {
      var documents = YamlReader.read(file, YamlLimits.DEFAULT);
      found.addAll(documents.diagnostics());
      for (YamlDocument document : documents.value().orElseThrow()) {
        document.root().toJson();
        ResourceGroupReader.nearMiss(document).ifPresent(found::add);
        if (ResourceGroupReader.isResourceGroup(document)) {
          found.addAll(ResourceGroupReader.read(document).diagnostics());
        }
      }
      assertThat(TextRenderer.render(found)).isNotNull();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("this text crashed the reader:\n" + text, e);
    }
    return found;
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
    int mutations = 1 + random.nextInt(6);
    for (int i = 0; i < mutations && text.length() > 1; i++) {
      int at = random.nextInt(text.length());
      int length = random.nextInt(Math.min(20, text.length() - at) + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
        case 2 -> text.setCharAt(at, (char) random.nextInt(0x180));
        default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
