package io.kro4j.compiler.artifact;

import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code .kro-manifest.json}: what the compiler owns in the output folder. What it does
 * not list is not ours.
 *
 * @param files the digest of each file by its path
 * @param sources the definitions that the files come from
 */
public record OutputManifest(SortedMap<String, Digest> files, List<Source> sources) {
  private static final long FORMAT_VERSION = 1;

  /** Copies. */
  public OutputManifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    sources = List.copyOf(sources);
  }

  /**
   * A definition.
   *
   * @param name the name of the group
   * @param file its file, relative, with forward slashes
   * @param digest the digest of its meaning, see {@link SourceDigest}
   */
  public record Source(String name, String file, Digest digest) {}

  /** The manifest of some files. */
  static OutputManifest of(Map<String, String> texts, List<GroupOutput> groups) {
    SortedMap<String, Digest> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, Digest.ofText(text)));
    List<Source> sources =
        groups.stream()
            .map(group -> new Source(group.name(), group.source(), group.graph().source()))
            .sorted(Comparator.comparing(Source::name))
            .toList();
    return new OutputManifest(files, sources);
  }

  /** The text of the file. */
  String write() {
    Map<String, Object> digests = new LinkedHashMap<>();
    files.forEach((path, digest) -> digests.put(path, digest.text()));
    List<Object> definitions = new ArrayList<>();
    for (Source source : sources) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", source.name());
      json.put("file", source.file());
      json.put("digest", source.digest().text());
      definitions.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("formatVersion", FORMAT_VERSION);
    json.put("files", digests);
    json.put("sources", definitions);
    return IndentedJson.write(json);
  }

  /**
   * Reads the text of a manifest.
   *
   * @return empty if it is not one, or of another format, or claims paths that can never be ours
   */
  public static Optional<OutputManifest> read(String text) {
    List<YamlDocument> documents =
        YamlReader.read(SourceFile.of(OutputTree.MANIFEST, text), YamlLimits.DEFAULT)
            .value()
            .orElse(List.of());
    if (documents.size() != 1) {
      return Optional.empty();
    }
    try {
      ObjectReader root = ObjectReader.of("", documents.get(0).root().toJson());
      return root.positive("formatVersion") == FORMAT_VERSION
          ? Optional.of(new OutputManifest(files(root.object("files")), sources(root)))
          : Optional.empty();
    } catch (InvalidArtifactException e) {
      return Optional.empty();
    }
  }

  private static SortedMap<String, Digest> files(ObjectReader files)
      throws InvalidArtifactException {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (Map.Entry<String, @Nullable Object> file : files.copy().entrySet()) {
      if (!OutputPath.isOurs(file.getKey())) {
        throw InvalidArtifactException.invalid(file.getKey(), "is not a path of ours");
      }
      digests.put(file.getKey(), files.digest(file.getKey()));
    }
    return digests;
  }

  private static List<Source> sources(ObjectReader root) throws InvalidArtifactException {
    List<Source> sources = new ArrayList<>();
    for (ObjectReader source : root.objects("sources")) {
      sources.add(new Source(source.text("name"), source.text("file"), source.digest("digest")));
    }
    return sources;
  }
}
