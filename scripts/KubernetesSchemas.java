import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs the OpenAPI v3 documents of several Kubernetes versions into three text files.
 *
 * <p>Arguments: the folder to write to, then {@code v1.36.3=folder of the Go module} per version.
 * Each line of a file starts with the versions it holds for, such as {@code 1.32-1.34,1.36}, so that
 * what versions have in common is there once:
 *
 * <pre>
 * versions.txt     1.36 v1.36.3
 * types.txt        1.32-1.36 apps/v1 Deployment deployments Namespaced io.k8s.api.apps.v1.Deployment
 * definitions.txt  1.32-1.36 io.k8s.api.apps.v1.Deployment {"properties":…}
 * </pre>
 *
 * Types are the resources that paths serve, without subresources. Definitions are what their schemas
 * reach, without descriptions, keys sorted; {@code $ref} holds the bare name, and {@code allOf} with
 * only a reference, which OpenAPI v3 writes to put keywords beside one, is that reference.
 */
public final class KubernetesSchemas {
  private static final Pattern RESOURCE =
      Pattern.compile("/apis?/.*?(namespaces/\\{namespace}/)?([a-z]+)(/\\{name})?");
  private static final String TYPE_NAME = "x-kubernetes-group-version-kind";

  private final Set<Integer> minors = new TreeSet<>();
  private final Map<String, Set<Integer>> types = new TreeMap<>();
  private final Map<String, Set<Integer>> definitions = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    Files.createDirectories(out);
    KubernetesSchemas pack = new KubernetesSchemas();
    Map<Integer, String> releases = new TreeMap<>();
    for (String argument : Arrays.asList(args).subList(1, args.length)) {
      String release = argument.substring(0, argument.indexOf('='));
      int minor = Integer.parseInt(release.split("\\.")[1]);
      releases.put(minor, release);
      pack.add(minor, Path.of(argument.substring(argument.indexOf('=') + 1)));
    }
    List<String> versions = new ArrayList<>();
    releases.forEach((minor, release) -> versions.add("1." + minor + " " + release));
    write(out.resolve("versions.txt"), versions);
    write(out.resolve("types.txt"), pack.lines(pack.types));
    write(out.resolve("definitions.txt"), pack.lines(pack.definitions));
  }

  private void add(int minor, Path module) throws IOException {
    minors.add(minor);
    Map<String, Object> schemas = new TreeMap<>();
    Map<String, Object> paths = new TreeMap<>();
    try (Stream<Path> files = Files.list(module.resolve("api/openapi-spec/v3"))) {
      for (Path file : files.sorted().toList()) {
        Map<String, Object> document = object(new Json(Files.readString(file)).read());
        paths.putAll(object(document.get("paths")));
        schemas.putAll(object(object(document.get("components")).get("schemas")));
      }
    }
    Map<String, String> names = namesByType(schemas);
    Set<String> needed = new TreeSet<>();
    for (Map.Entry<String, String> type : servedTypes(paths).entrySet()) {
      String name = names.get(type.getKey());
      if (name == null) {
        throw new IllegalStateException("1." + minor + " has no schema of " + type.getKey());
      }
      record(types, type.getKey() + " " + type.getValue() + " " + name, minor);
      reach(name, schemas, needed);
    }
    for (String name : needed) {
      record(definitions, name + " " + Json.write(compact(schemas.get(name))), minor);
    }
  }

  /** The names of schemas by {@code group/version Kind}. */
  private static Map<String, String> namesByType(Map<String, Object> schemas) {
    Map<String, String> names = new HashMap<>();
    schemas.forEach(
        (name, schema) -> {
          if (object(schema).get(TYPE_NAME) instanceof List<?> list) {
            list.forEach(type -> names.put(typeName(object(type)), name));
          }
        });
    return names;
  }

  /** {@code plural Scope} by {@code group/version Kind} of every resource that the paths serve. */
  private static Map<String, String> servedTypes(Map<String, Object> paths) {
    Map<String, String> served = new TreeMap<>();
    paths.forEach(
        (path, operations) -> {
          Matcher resource = RESOURCE.matcher(path);
          if (!resource.matches() || path.contains("/watch/") || isSubresource(path)) {
            return;
          }
          boolean namespaced = resource.group(1) != null;
          String value = resource.group(2) + (namespaced ? " Namespaced" : " Cluster");
          for (Object operation : object(operations).values()) {
            // A list over all namespaces looks as if the type had none: the namespaced path decides.
            if (operation instanceof Map<?, ?> && object(operation).get(TYPE_NAME) != null) {
              String type = typeName(object(object(operation).get(TYPE_NAME)));
              served.merge(type, value, (a, b) -> a.endsWith(" Namespaced") ? a : b);
            }
          }
        });
    return served;
  }

  /** Whether something follows the name of the object, or the place of a group is a resource. */
  private static boolean isSubresource(String path) {
    String[] parts = path.replace("/namespaces/{namespace}/", "/").split("/");
    // "", "api", version, plural, name   or   "", "apis", group, version, plural, name
    int resource = parts[1].equals("api") ? 3 : 4;
    return parts.length <= resource || parts.length > resource + 2;
  }

  private static String typeName(Map<String, Object> type) {
    String group = type.get("group").toString();
    return (group.isEmpty() ? "" : group + "/") + type.get("version") + " " + type.get("kind");
  }

  private static void reach(String name, Map<String, Object> schemas, Set<String> reached) {
    if (!schemas.containsKey(name)) {
      throw new IllegalStateException("dangling reference to " + name);
    }
    if (reached.add(name)) {
      references(schemas.get(name)).forEach(next -> reach(next, schemas, reached));
    }
  }

  private static Set<String> references(Object part) {
    Set<String> found = new HashSet<>();
    if (part instanceof Map<?, ?> map) {
      // In the schema of schemas, $ref is also the name of a property.
      if (map.get("$ref") instanceof String reference) {
        found.add(bareName(reference));
      }
      map.values().forEach(value -> found.addAll(references(value)));
    } else if (part instanceof List<?> list) {
      list.forEach(value -> found.addAll(references(value)));
    }
    return found;
  }

  private static String bareName(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** A schema without descriptions and with short references. */
  private static Map<String, Object> compact(Object schema) {
    Map<String, Object> compact = new TreeMap<>();
    object(schema)
        .forEach(
            (keyword, value) -> {
              switch (keyword) {
                case "description" -> {}
                case "$ref" -> compact.put(keyword, bareName(value.toString()));
                case "properties" -> {
                  Map<String, Object> properties = new TreeMap<>();
                  object(value).forEach((name, part) -> properties.put(name, compact(part)));
                  compact.put(keyword, properties);
                }
                case "items", "additionalProperties", "not" ->
                    compact.put(keyword, value instanceof Map ? compact(value) : value);
                case "allOf", "anyOf", "oneOf" ->
                    compact.put(
                        keyword,
                        ((List<?>) value).stream().map(KubernetesSchemas::compact).toList());
                default -> compact.put(keyword, value);
              }
            });
    if (compact.get("allOf") instanceof List<?> all
        && all.size() == 1
        && object(all.get(0)).keySet().equals(Set.of("$ref"))) {
      compact.remove("allOf");
      compact.putAll(object(all.get(0)));
    }
    return compact;
  }

  private static void record(Map<String, Set<Integer>> lines, String line, int minor) {
    lines.computeIfAbsent(line, key -> new TreeSet<>()).add(minor);
  }

  private List<String> lines(Map<String, Set<Integer>> content) {
    return content.entrySet().stream()
        .map(entry -> ranges(entry.getValue()) + " " + entry.getKey())
        .toList();
  }

  /** Versions as ranges over the packed ones: {@code 1.32-1.34,1.36}. */
  private String ranges(Set<Integer> some) {
    List<List<Integer>> runs = new ArrayList<>();
    boolean open = false;
    for (int minor : minors) {
      if (some.contains(minor)) {
        if (!open) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(minor);
      }
      open = some.contains(minor);
    }
    return runs.stream()
        .map(
            run ->
                run.size() == 1
                    ? "1." + run.get(0)
                    : "1." + run.get(0) + "-1." + run.get(run.size() - 1))
        .collect(Collectors.joining(","));
  }

  private static void write(Path file, Collection<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** JSON in and out: this file runs on a bare JDK, which has none. Numbers stay as written. */
  private static final class Json {
    private final String text;
    private int at;

    Json(String text) {
      this.text = text;
    }

    Object read() {
      switch (next()) {
        case '{':
          return readObject();
        case '[':
          return readArray();
        case '"':
          return readString();
        default:
          int start = at;
          while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
          }
          return readWord(text.substring(start, at));
      }
    }

    static String write(Object value) {
      if (value instanceof Map<?, ?> map) {
        return map.entrySet().stream()
            .map(entry -> quote(entry.getKey().toString()) + ":" + write(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      }
      if (value instanceof List<?> list) {
        return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
      }
      return value instanceof String string ? quote(string) : String.valueOf(value);
    }

    private Map<String, Object> readObject() {
      Map<String, Object> object = new TreeMap<>();
      at++;
      while (next() != '}') {
        String key = readString();
        next();
        at++; // the colon
        object.put(key, read());
        if (next() == ',') {
          at++;
        }
      }
      at++;
      return object;
    }

    private List<Object> readArray() {
      List<Object> array = new ArrayList<>();
      at++;
      while (next() != ']') {
        array.add(read());
        if (next() == ',') {
          at++;
        }
      }
      at++;
      return array;
    }

    private String readString() {
      StringBuilder string = new StringBuilder();
      at++;
      for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
        string.append(c == '\\' ? readEscape() : c);
      }
      return string.toString();
    }

    private char readEscape() {
      char c = text.charAt(at++);
      if (c == 'u') {
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      int known = "bfnrt".indexOf(c);
      return known < 0 ? c : "\b\f\n\r\t".charAt(known);
    }

    private static Object readWord(String word) {
      return switch (word) {
        case "true" -> true;
        case "false" -> false;
        case "null" -> null;
        default -> new BigDecimal(word);
      };
    }

    private char next() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private static String quote(String string) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char c : string.toCharArray()) {
        if (c == '"' || c == '\\') {
          quoted.append('\\').append(c);
        } else if (c < ' ') {
          quoted.append(String.format("\\u%04x", (int) c));
        } else {
          quoted.append(c);
        }
      }
      return quoted.append('"').toString();
    }
  }
}
