package io.kro4j.compiler.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;

/** Compiles whatever it is given, and expects nothing but findings that can be shown, or files. */
final class Outcome {
  private static final CompilerOptions OPTIONS = CompilerOptions.defaults().withThreads(1);

  /** What is shown of a file that crashed the compiler. */
  private static final int SHOWN = 10_000;

  private Outcome() {}

  /** Compiles, shows the findings and writes the files. */
  static Compilation of(Definition definition) {
    try {
      Compilation compilation = definition.compile(OPTIONS);
      compilation.diagnostics().forEach(Outcome::assertIsInsideItsFile);
      assertThat(TextRenderer.render(compilation.diagnostics())).doesNotContain("Exception");
      if (!compilation.hasErrors()) {
        assertThat(CompiledFiles.of(compilation.groups())).isNotNull();
      }
      return compilation;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("this crashed the compiler:\n" + text(definition), e);
    }
  }

  private static void assertIsInsideItsFile(Diagnostic diagnostic) {
    assertIsInsideItsFile(diagnostic.span(), diagnostic);
    diagnostic.related().forEach(related -> assertIsInsideItsFile(related.span(), diagnostic));
  }

  private static void assertIsInsideItsFile(Span span, Diagnostic diagnostic) {
    assertThat(span.start()).as("start of %s", diagnostic).isBetween(0, span.end());
    assertThat(span.end()).as("end of %s", diagnostic).isLessThanOrEqualTo(length(span));
  }

  private static int length(Span span) {
    return span.file().text().length();
  }

  private static String text(Definition definition) {
    StringBuilder text = new StringBuilder();
    for (SourceFile source : definition.sources()) {
      String shown = source.text();
      text.append("# ").append(source.name()).append('\n');
      text.append(shown, 0, Math.min(shown.length(), SHOWN)).append('\n');
    }
    return text.toString();
  }
}
