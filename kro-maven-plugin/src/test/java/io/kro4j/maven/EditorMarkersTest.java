package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.goal.Validate;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorMarkersTest {
  @TempDir Path base;
  private final List<String> calls = new ArrayList<>();

  @Test
  void replacesMarkersAndRefreshesTheOutput() throws IOException {
    Path source = base.resolve("src/main/kro/shop.yaml");
    Files.createDirectories(source.getParent());
    Files.writeString(source, Examples.BROKEN_SHOP);
    Settings settings = Examples.byDefault(Examples.settings(base, List.of("src/main/kro")));
    GoalReport report = new Validate(settings, ProjectFolders.withoutPom(base, "test")).run();

    EditorMarkers.show(editor(), report.found().orElseThrow(), settings);

    assertThat(calls)
        .containsExactly(
            "removeMessages src/main/kro/shop.yaml",
            "addMessage src/main/kro/shop.yaml 20 32 `schema.spec` has no field `titel`"
                + " (did you mean `title`?) [expression.unknown-field] 2 null",
            "refresh manifests");
  }

  private BuildContext editor() {
    return (BuildContext)
        Proxy.newProxyInstance(
            BuildContext.class.getClassLoader(),
            new Class<?>[] {BuildContext.class},
            (proxy, method, arguments) -> {
              calls.add(
                  method.getName()
                      + " "
                      + Arrays.stream(arguments).map(this::text).collect(Collectors.joining(" ")));
              return null;
            });
  }

  private String text(Object argument) {
    return argument instanceof File file
        ? base.relativize(file.toPath()).toString().replace('\\', '/')
        : String.valueOf(argument);
  }
}
