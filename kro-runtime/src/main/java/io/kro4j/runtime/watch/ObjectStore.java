package io.kro4j.runtime.watch;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of a watch with their indices. Many may read while one changes it. */
final class ObjectStore implements ObjectCache {
  private static final Comparator<CachedObject> ORDER =
      Comparator.comparing((CachedObject each) -> Objects.toString(each.ref().namespace(), ""))
          .thenComparing(each -> each.ref().name());

  private final Map<ObjectKey, CachedObject> objects = new ConcurrentHashMap<>();
  private final Map<String, Set<ObjectKey>> members = new ConcurrentHashMap<>();

  @Override
  public Optional<CachedObject> get(@Nullable String namespace, String name) {
    return Optional.ofNullable(objects.get(new ObjectKey(namespace, name)));
  }

  @Override
  public List<CachedObject> all() {
    return sorted(objects.values().stream());
  }

  @Override
  public List<CachedObject> inNamespace(String namespace) {
    return sorted(
        objects.values().stream().filter(each -> namespace.equals(each.ref().namespace())));
  }

  @Override
  public List<CachedObject> partOf(String applySet) {
    return sorted(
        members.getOrDefault(applySet, Set.of()).stream()
            .flatMap(key -> Stream.ofNullable(objects.get(key)))
            .filter(each -> each.partOf().equals(Optional.of(applySet))));
  }

  @Nullable CachedObject get(ObjectKey key) {
    return objects.get(key);
  }

  Set<ObjectKey> keys() {
    return new LinkedHashSet<>(objects.keySet());
  }

  void put(CachedObject object) {
    ObjectKey key = ObjectKey.of(object);
    CachedObject before = objects.put(key, object);
    object
        .partOf()
        .ifPresent(
            set -> members.computeIfAbsent(set, name -> ConcurrentHashMap.newKeySet()).add(key));
    if (before != null && !before.partOf().equals(object.partOf())) {
      leave(before, key);
    }
  }

  @Nullable CachedObject remove(ObjectKey key) {
    CachedObject before = objects.remove(key);
    if (before != null) {
      leave(before, key);
    }
    return before;
  }

  void clear() {
    objects.clear();
    members.clear();
  }

  private void leave(CachedObject object, ObjectKey key) {
    object
        .partOf()
        .ifPresent(
            set ->
                members.computeIfPresent(
                    set,
                    (name, keys) -> {
                      keys.remove(key);
                      return keys.isEmpty() ? null : keys;
                    }));
  }

  private static List<CachedObject> sorted(Stream<CachedObject> objects) {
    return objects.sorted(ORDER).toList();
  }
}
