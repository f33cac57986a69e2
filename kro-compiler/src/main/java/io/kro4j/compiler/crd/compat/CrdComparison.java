package io.kro4j.compiler.crd.compat;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two CRDs of the same name: every change is found, breaking or not.
 *
 * <p>Labels and annotations that only the old CRD has are no changes, since a cluster and its tools
 * add their own; nor is anything an API server fills in.
 */
public final class CrdComparison {
  private static final int SUMMARISED = 3;

  private final ChangeLog log = new ChangeLog();

  private CrdComparison() {}

  /**
   * The changes from one CRD to another.
   *
   * @param oldCrd the CRD there is, as plain JSON; from a cluster or from Git
   * @param newCrd the CRD that is to replace it
   * @return the changes: names first, then versions, each by path
   */
  public static List<CrdChange> compare(Map<String, Object> oldCrd, Map<String, Object> newCrd) {
    CrdComparison comparison = new CrdComparison();
    Map<String, Object> before = object(oldCrd, "spec");
    Map<String, Object> after = object(newCrd, "spec");
    comparison.names(before, after);
    comparison.versions(versions(before), versions(after));
    comparison.metadata(object(oldCrd, "metadata"), object(newCrd, "metadata"));
    return comparison.log.list();
  }

  /**
   * The breaking changes in one line: the first three and how many more.
   *
   * @return empty if nothing breaks
   */
  public static String summary(List<CrdChange> changes) {
    List<CrdChange> breaking = changes.stream().filter(CrdChange::breaking).toList();
    String first =
        breaking.stream()
            .limit(SUMMARISED)
            .map(CrdChange::message)
            .collect(Collectors.joining("; "));
    int more = breaking.size() - SUMMARISED;
    return more > 0 ? first + "; and " + more + " more changes" : first;
  }

  private void names(Map<String, Object> before, Map<String, Object> after) {
    log.compare(
        "group", ChangeRule.GROUP_CHANGED, "the group", before.get("group"), after.get("group"));
    log.compare(
        "scope", ChangeRule.SCOPE_CHANGED, "the scope", before.get("scope"), after.get("scope"));
    Map<String, Object> old = object(before, "names");
    Map<String, Object> now = object(after, "names");
    log.compare(
        "names.kind", ChangeRule.KIND_CHANGED, "the kind", old.get("kind"), now.get("kind"));
    log.compare(
        "names.plural",
        ChangeRule.PLURAL_CHANGED,
        "the plural",
        old.get("plural"),
        now.get("plural"));
    for (String name : List.of("singular", "listKind", "shortNames", "categories")) {
      log.compare(
          "names." + name,
          ChangeRule.NAMES_CHANGED,
          "it",
          filled(old.get(name)),
          filled(now.get(name)));
    }
  }

  private void versions(
      Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> after) {
    before.forEach(
        (name, old) -> {
          Map<String, Object> now = after.get(name);
          if (now == null) {
            log.add(
                "versions." + name,
                ChangeRule.VERSION_REMOVED,
                name,
                null,
                "the version was removed");
          } else {
            version("versions." + name, before.size() > 1 ? name + ":" : "", old, now);
          }
        });
    after.forEach(
        (name, now) -> {
          if (!before.containsKey(name)) {
            log.add(
                "versions." + name, ChangeRule.VERSION_ADDED, null, name, "the version was added");
          }
        });
  }

  private void version(
      String path, String prefix, Map<String, Object> before, Map<String, Object> after) {
    flag(path, "served", before, after, ChangeRule.SERVING_STARTED, ChangeRule.SERVING_STOPPED);
    flag(path, "storage", before, after, ChangeRule.STORAGE_CHANGED, ChangeRule.STORAGE_CHANGED);
    for (String name : List.of("status", "scale")) {
      subresource(
          path + "." + name,
          object(before, "subresources").get(name),
          object(after, "subresources").get(name));
    }
    log.compare(
        path + ".additionalPrinterColumns",
        ChangeRule.PRINTER_COLUMNS_CHANGED,
        "the columns",
        filled(before.get("additionalPrinterColumns")),
        filled(after.get("additionalPrinterColumns")));
    SchemaComparison.compare(prefix, schema(before), schema(after), log);
  }

  private void flag(
      String path,
      String key,
      Map<String, Object> before,
      Map<String, Object> after,
      ChangeRule on,
      ChangeRule off) {
    boolean now = Boolean.TRUE.equals(after.get(key));
    if (now != Boolean.TRUE.equals(before.get(key))) {
      String what = now ? "the version is now " + key : "the version is no longer " + key;
      log.add(path, now ? on : off, !now, now, what);
    }
  }

  private void subresource(String path, @Nullable Object before, @Nullable Object after) {
    if (before != null && after == null) {
      log.add(path, ChangeRule.SUBRESOURCE_REMOVED, before, null, "the subresource was removed");
    } else if (before == null && after != null) {
      log.add(path, ChangeRule.SUBRESOURCE_ADDED, null, after, "the subresource was added");
    } else {
      log.compare(path, ChangeRule.KEYWORD_CHANGED, "the subresource", before, after);
    }
  }

  private void metadata(Map<String, Object> before, Map<String, Object> after) {
    entries("labels", ChangeRule.LABEL_CHANGED, "the label", before, after);
    entries("annotations", ChangeRule.ANNOTATION_CHANGED, "the annotation", before, after);
  }

  private void entries(
      String field,
      ChangeRule rule,
      String name,
      Map<String, Object> before,
      Map<String, Object> after) {
    Map<String, Object> old = object(before, field);
    new TreeMap<>(object(after, field))
        .forEach((key, value) -> log.compare(field + "." + key, rule, name, old.get(key), value));
  }

  private static JsonSchema schema(Map<String, Object> version) {
    return JsonSchema.of(object(object(version, "schema"), "openAPIV3Schema"));
  }

  private static Map<String, Map<String, Object>> versions(Map<String, Object> spec) {
    Map<String, Map<String, Object>> versions = new LinkedHashMap<>();
    if (spec.get("versions") instanceof List<?> list) {
      for (Object version : list) {
        Map<String, Object> json = object(Map.of("version", version), "version");
        versions.put(String.valueOf(json.get("name")), json);
      }
    }
    return versions;
  }

  /** An empty list is no list. */
  private static @Nullable Object filled(@Nullable Object value) {
    return value instanceof List<?> list && list.isEmpty() ? null : value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> parent, String key) {
    return parent.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
