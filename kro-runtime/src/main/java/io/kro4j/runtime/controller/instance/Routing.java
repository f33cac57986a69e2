package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.Obstacles;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.Listener;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instances of one kind that a change is about, and wakes them; and tells the source of
 * their graph when they cannot be watched.
 */
final class Routing implements KindWatches.Listeners {
  private final GroupKind kind;
  private final @Nullable GraphSource source;
  private final Routes routes;
  private final InstanceQueue instances;
  private final Obstacles obstacles;
  private final Runnable wakeAll;

  /**
   * The routing of a kind.
   *
   * @param source where its graph comes from; null if it has none
   * @param routes which instances own or refer to what
   * @param obstacles is told why instances cannot be watched
   * @param wakeAll wakes all instances of the kind
   */
  Routing(
      GroupKind kind,
      @Nullable GraphSource source,
      Routes routes,
      InstanceQueue instances,
      Obstacles obstacles,
      Runnable wakeAll) {
    this.kind = kind;
    this.source = source;
    this.routes = routes;
    this.instances = instances;
    this.obstacles = obstacles;
    this.wakeAll = wakeAll;
  }

  @Override
  public Listener instances() {
    return new Listener() {
      @Override
      public void changed(@Nullable CachedObject before, @Nullable CachedObject after) {
        CachedObject instance = after == null ? before : after;
        if (instance != null) {
          instances.add(kind, instance);
        }
      }

      @Override
      public void recovered() {
        if (source != null) {
          obstacles.remove(source);
        }
        wakeAll.run();
      }

      @Override
      public void failed(ApiException why) {
        // What passes by itself is nobody's business; a right has to be granted by somebody.
        if (source != null && !why.passesByItself()) {
          obstacles.put(source, "instances cannot be watched: " + why.getMessage());
        }
      }
    };
  }

  @Override
  public Listener owned() {
    return listener(
        (before, after) -> {
          wakeOwner(before);
          if (before == null || after == null || !before.partOf().equals(after.partOf())) {
            wakeOwner(after);
          }
        });
  }

  @Override
  public Listener external(ApiType type) {
    return listener(
        (before, after) -> {
          wakeReferring(type, before);
          wakeReferring(type, after);
        });
  }

  private Listener listener(BiConsumer<@Nullable CachedObject, @Nullable CachedObject> changed) {
    return new Listener() {
      @Override
      public void changed(@Nullable CachedObject before, @Nullable CachedObject after) {
        changed.accept(before, after);
      }

      @Override
      public void recovered() {
        // Whoever failed or waited meanwhile need not wait longer.
        wakeAll.run();
      }
    };
  }

  private void wakeOwner(@Nullable CachedObject object) {
    if (object != null) {
      object
          .partOf()
          .ifPresent(
              applySet -> {
                InstanceKey owner = routes.owner(applySet);
                if (owner != null) {
                  instances.add(owner);
                }
              });
    }
  }

  private void wakeReferring(ApiType type, @Nullable CachedObject object) {
    if (object != null) {
      Map<String, Object> labels =
          PlainJson.object(PlainJson.at(object.json(), "metadata", "labels"));
      routes
          .referring(type, object.ref().namespace(), object.ref().name(), labels)
          .forEach(instances::add);
    }
  }
}
