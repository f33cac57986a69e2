package io.kro4j.compiler.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bundled schemas of several Kubernetes versions, as {@code scripts/kubernetes-schemas} writes
 * them: lines that start with the versions they hold for. Reading the pack only splits its lines; a
 * definition is parsed when it is first asked for, and then kept for every version that shares it.
 */
final class KubernetesPack {
  private final NavigableMap<Integer, String> releases = new TreeMap<>();
  private final List<PackedLine> types = new ArrayList<>();
  private final Map<String, List<PackedDefinition>> definitions = new HashMap<>();

  private KubernetesPack() {
    for (PackedLine line : lines("versions.txt")) {
      releases.put(line.firstMinor(), line.content());
    }
    types.addAll(lines("types.txt"));
    for (PackedLine line : lines("definitions.txt")) {
      definitions
          .computeIfAbsent(line.firstWord(), name -> new ArrayList<>(1))
          .add(new PackedDefinition(line));
    }
  }

  /** The pack in the compiler's jar, read at the first call. */
  static KubernetesPack bundled() {
    return Bundled.PACK;
  }

  /** Releases, such as {@code v1.36.3}, by minor version, in order. */
  NavigableMap<Integer, String> releases() {
    return Collections.unmodifiableNavigableMap(releases);
  }

  /** The types of a minor version in the order of their names, with schemas not yet parsed. */
  Map<GroupVersionKind, ResourceType> types(int minor) {
    Definitions definitions = definitions(minor);
    Map<GroupVersionKind, ResourceType> found = new TreeMap<>();
    for (PackedLine line : types) {
      if (line.holdsFor(minor)) {
        String[] words = line.content().split(" ", -1);
        GroupVersionKind gvk = GroupVersionKind.of(words[0], words[1]);
        Scope scope = words[3].equals(Scope.CLUSTER.text()) ? Scope.CLUSTER : Scope.NAMESPACED;
        JsonSchema schema = JsonSchema.reference(words[4], definitions);
        found.put(gvk, new ResourceType(gvk, words[2], scope, schema));
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** The named schemas of a minor version. */
  Definitions definitions(int minor) {
    return name ->
        definitions.getOrDefault(name, List.of()).stream()
            .filter(definition -> definition.holdsFor(minor))
            .findFirst()
            .map(PackedDefinition::json);
  }

  /** The SHA-256 digest of what holds for a minor version, in hexadecimal digits. */
  String digest(int minor) {
    List<PackedLine> lines = new ArrayList<>(types);
    lines.addAll(lines("definitions.txt"));
    MessageDigest digest = sha256();
    lines.stream()
        .filter(line -> line.holdsFor(minor))
        .forEach(line -> digest.update((line.content() + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<PackedLine> lines(String file) {
    try (InputStream in = KubernetesPack.class.getResourceAsStream("kubernetes/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the bundled Kubernetes schemas lack " + file);
      }
      return PackedLine.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loaded with the pack at first use. */
  private static final class Bundled {
    static final KubernetesPack PACK = new KubernetesPack();
  }
}
