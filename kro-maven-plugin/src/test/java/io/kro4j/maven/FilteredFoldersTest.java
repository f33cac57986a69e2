package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.message.Message;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteredFoldersTest {
  @TempDir Path base;

  @Test
  void warnsOfSourcesThatMavenFilters() {
    FilteredFolders folders = FilteredFolders.of(project("src/main/resources", true));

    List<Message> warnings =
        folders.warnings(
            Examples.settings(
                base, List.of("src/main/kro", "src/main/resources/*.yaml", "src/main/resources")));

    assertThat(warnings)
        .extracting(Message::text)
        .containsExactly(
            "`src/main/resources/*.yaml` is in a folder of resources that Maven filters: the copies"
                + " lose their `${…}`. Move the ResourceGroups, for example to `src/main/kro`.",
            "`src/main/resources` is in a folder of resources that Maven filters: the copies lose"
                + " their `${…}`. Move the ResourceGroups, for example to `src/main/kro`.");
  }

  @Test
  void acceptsSourcesThatMavenOnlyCopies() {
    FilteredFolders folders = FilteredFolders.of(project("src/main/resources", false));

    assertThat(folders.warnings(Examples.settings(base, List.of("src/main/resources")))).isEmpty();
  }

  @Test
  void hasNothingToSayWithoutAProject() {
    assertThat(FilteredFolders.of(null).folders()).isEmpty();
    assertThat(FilteredFolders.of(new MavenProject()).folders()).isEmpty();
  }

  private MavenProject project(String directory, boolean filtering) {
    Resource resource = new Resource();
    resource.setDirectory(base.resolve(directory).toString());
    resource.setFiltering(filtering);
    MavenProject project = new MavenProject();
    project.setFile(base.resolve("pom.xml").toFile());
    project.getBuild().addResource(resource);
    return project;
  }
}
