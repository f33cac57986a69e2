package io.kro4j.maven;

import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The folders whose files Maven filters: it replaces <code>${…}</code> in the copies that it makes
 * of them, and so breaks the expressions of a ResourceGroup that lies there.
 *
 * @param folders the folders
 */
record FilteredFolders(List<Path> folders) {
  /** Copies the list. */
  FilteredFolders {
    folders = List.copyOf(folders);
  }

  /** The filtered folders of a project; none without one. */
  static FilteredFolders of(@Nullable MavenProject project) {
    List<Path> filtered = new ArrayList<>();
    if (project != null && project.getFile() != null) {
      Path base = project.getBasedir().toPath();
      for (List<Resource> resources :
          List.of(project.getBuild().getResources(), project.getBuild().getTestResources())) {
        resources.stream()
            .filter(Resource::isFiltering)
            .forEach(resource -> filtered.add(base.resolve(resource.getDirectory()).normalize()));
      }
    }
    return new FilteredFolders(filtered);
  }

  /** A warning for each entry of the sources that lies in a filtered folder. */
  List<Message> warnings(Settings settings) {
    List<Message> warnings = new ArrayList<>();
    for (String source : settings.sources().stream().filter(FileFinder::isPath).toList()) {
      String fixed = FileFinder.fixedPart(source);
      Path path = settings.base().resolve(fixed).normalize();
      if (folders.stream().anyMatch(path::startsWith)) {
        warnings.add(Message.warning(warning(source)));
      }
    }
    return warnings;
  }

  private static String warning(String source) {
    return "`"
        + source
        + "` is in a folder of resources that Maven filters: the copies lose their `${…}`."
        + " Move the ResourceGroups, for example to `src/main/kro`.";
  }
}
