package io.kro4j.compiler.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types that a Kubernetes API server serves by itself, of one minor version, bundled with the
 * compiler: those of all groups in the release's OpenAPI, so also beta and alpha ones, which a
 * cluster serves only when told to.
 *
 * <p>A schema is parsed when it is first asked for.
 */
public final class KubernetesCatalog implements SchemaCatalog {
  /** The name of the schema of {@code metadata}. */
  static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

  private static final Pattern VERSION = Pattern.compile("v?1\\.(\\d{1,4})([.+-].*)?");
  private static final Map<Integer, KubernetesCatalog> BY_MINOR = new ConcurrentHashMap<>();

  private final int minor;
  private final KubernetesPack pack;
  private final Map<GroupVersionKind, ResourceType> types;

  private KubernetesCatalog(int minor) {
    this.minor = minor;
    this.pack = KubernetesPack.bundled();
    this.types = pack.types(minor);
  }

  /** The newest version bundled, which is the default. */
  public static KubernetesCatalog newest() {
    return ofMinor(KubernetesPack.bundled().releases().lastKey());
  }

  /**
   * The types of a version.
   *
   * @param version {@code 1.36}, or a release such as {@code v1.36.3}, of which only the minor
   *     version counts
   * @return the catalog, or empty if that version is not bundled
   */
  public static Optional<KubernetesCatalog> version(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.matches()
            && KubernetesPack.bundled().releases().containsKey(Integer.valueOf(parts.group(1)))
        ? Optional.of(ofMinor(Integer.parseInt(parts.group(1))))
        : Optional.empty();
  }

  /** The versions bundled, such as {@code 1.36}, oldest first. */
  public static List<String> versions() {
    return KubernetesPack.bundled().releases().keySet().stream()
        .map(KubernetesCatalog::text)
        .toList();
  }

  /** The versions bundled that serve a type, oldest first. */
  public static List<String> versionsWith(GroupVersionKind gvk) {
    return KubernetesPack.bundled().releases().keySet().stream()
        .filter(minor -> ofMinor(minor).types.containsKey(gvk))
        .map(KubernetesCatalog::text)
        .toList();
  }

  /** The schema of {@code metadata}, the same for every type, from the newest version. */
  public static JsonSchema objectMeta() {
    return JsonSchema.reference(OBJECT_META, newest().definitions());
  }

  /** The version, such as {@code 1.36}. */
  public String version() {
    return text(minor);
  }

  /** The release whose OpenAPI the schemas are from, such as {@code v1.36.3}. */
  public String release() {
    return pack.releases().getOrDefault(minor, version());
  }

  /**
   * The digest of all bundled types of this version, {@code sha256:} and 64 hexadecimal digits. It
   * does not depend on the other versions that are bundled.
   */
  public String digest() {
    return "sha256:" + pack.digest(minor);
  }

  /** The named schemas that those of the types refer to. */
  public Definitions definitions() {
    return pack.definitions(minor);
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return Optional.ofNullable(types.get(gvk));
  }

  @Override
  public Collection<GroupVersionKind> types() {
    return types.keySet();
  }

  @Override
  public String toString() {
    return "Kubernetes " + version();
  }

  private static KubernetesCatalog ofMinor(int minor) {
    return BY_MINOR.computeIfAbsent(minor, KubernetesCatalog::new);
  }

  private static String text(int minor) {
    return "1." + minor;
  }
}
