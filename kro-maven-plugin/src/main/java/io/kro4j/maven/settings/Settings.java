package io.kro4j.maven.settings;

import io.kro4j.compiler.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * The parameters of a goal that compiles, whatever they came from.
 *
 * @param base the project's folder, at which relative paths start
 * @param root the folder where Maven was called, from which messages name files
 * @param sources files, folders and patterns of ResourceGroups
 * @param sourcesByDefault whether {@code sources} is the default, so that nothing there is no
 *     mistake
 * @param excludes patterns of files that are no input
 * @param schemas where the types of resources come from
 * @param featureGates upstream's feature gates, each {@code name=true} or {@code name=false}
 * @param maxForEachDimensions how many dimensions a {@code forEach} may have
 * @param threads how many groups are compiled at once; 0 for one for each processor
 * @param policy how much findings weigh
 * @param output the folder of what comes out
 * @param glue which tools bring the output to a cluster
 * @param commands how the user calls a goal of this plugin here
 * @param reporting which documents to write about what is found
 * @param progress who hears how far the run is
 */
public record Settings(
    Path base,
    Path root,
    List<String> sources,
    boolean sourcesByDefault,
    List<String> excludes,
    SchemaParameters schemas,
    List<String> featureGates,
    int maxForEachDimensions,
    int threads,
    Policy policy,
    Path output,
    GlueParameters glue,
    Commands commands,
    Reporting reporting,
    Progress progress) {
  /** Where ResourceGroups are if nobody says where. */
  public static final List<String> DEFAULT_SOURCES = List.of("src/main/kro");

  /** Copies the lists. */
  public Settings {
    sources = List.copyOf(sources);
    excludes = List.copyOf(excludes);
    featureGates = List.copyOf(featureGates);
  }
}
