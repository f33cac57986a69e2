package io.kro4j.maven.compilation;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.lock.LockSection;
import io.kro4j.compiler.lock.LockedKubernetes;
import io.kro4j.compiler.lock.LockedSource;
import io.kro4j.compiler.lock.SchemaLock;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.maven.input.ArtifactInput;
import io.kro4j.maven.input.InputFile;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lock that a run would write. */
public final class CurrentLock {
  private CurrentLock() {}

  /** What the groups are checked against; the modules must compile. */
  public static SchemaLock of(Inputs inputs, KubernetesCatalog kubernetes) {
    return new SchemaLock(
        LockedKubernetes.of(kubernetes),
        Map.of(
            LockSection.CRDS, files(inputs.crds()),
            LockSection.OPENAPI, files(inputs.openapi()),
            LockSection.ARTIFACTS, artifacts(inputs.artifacts()),
            LockSection.MODULES, modules(inputs.modules())));
  }

  private static SortedMap<String, LockedSource> files(List<InputFile> files) {
    SortedMap<String, LockedSource> sources = new TreeMap<>();
    files.forEach(file -> sources.put(file.name(), LockedSource.of(digest(file.content()))));
    return sources;
  }

  /**
   * What is read of an artifact and not its bytes: the same module is a folder in one build and a
   * jar in another, and a jar that is built twice seldom has the same bytes.
   */
  private static SortedMap<String, LockedSource> artifacts(List<ArtifactInput> artifacts) {
    SortedMap<String, LockedSource> sources = new TreeMap<>();
    for (ArtifactInput artifact : artifacts) {
      SortedMap<String, Object> files = new TreeMap<>();
      for (InputFile file : artifact.crds()) {
        String name = file.name().substring(file.name().indexOf("!/") + 2);
        files.put(name, digest(file.content()).text());
      }
      sources.put(
          artifact.name().key(), LockedSource.of(artifact.name().version(), Digest.ofJson(files)));
    }
    return sources;
  }

  private static SortedMap<String, LockedSource> modules(List<ModuleInput> modules) {
    SortedMap<String, SortedMap<String, Object>> crds = new TreeMap<>();
    for (ModuleInput module : modules) {
      SortedMap<String, Object> own = crds.computeIfAbsent(module.name(), name -> new TreeMap<>());
      for (CompiledGroup group : module.groups()) {
        own.put(group.crd().name(), group.crd().json());
      }
    }
    SortedMap<String, LockedSource> sources = new TreeMap<>();
    crds.forEach((name, own) -> sources.put(name, LockedSource.of(Digest.ofJson(own))));
    return sources;
  }

  /** Checkouts on Windows have other line ends. */
  private static Digest digest(byte[] content) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean lineEnd = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!lineEnd) {
        text.write(content[i]);
      }
    }
    return Digest.ofBytes(text.toByteArray());
  }
}
