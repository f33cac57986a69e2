package io.kro4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void hearsOfEachGroupOnce() {
    List<SourceFile> files =
        IntStream.range(0, 9).mapToObj(i -> SourceFile.of(i + ".yaml", group("g" + i))).toList();
    CompilerInput input =
        new CompilerInput(files, SchemaCatalog.empty(), CompilerOptions.defaults().withThreads(3));
    ConcurrentSkipListSet<String> heard = new ConcurrentSkipListSet<>();

    Compilation compilation =
        ResourceGroupCompiler.compile(input, (done, total) -> heard.add(done + "/" + total));

    assertThat(heard)
        .containsExactly("1/9", "2/9", "3/9", "4/9", "5/9", "6/9", "7/9", "8/9", "9/9");
    assertThat(compilation.groups()).hasSize(9);
  }

  private static String group(String name) {
    return """
        apiVersion: kro.run/v1alpha1
        kind: ResourceGroup
        metadata:
          name: NAME
        spec:
          schema:
            apiVersion: v1alpha1
            kind: KNAME
            spec:
              text: string
          resources: []
        """
        .replace("NAME", name);
  }
}
