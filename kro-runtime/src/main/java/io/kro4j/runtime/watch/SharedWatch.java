package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.runtime.watch.Subscription.Health;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of one type and selection, for all who subscribed to them.
 *
 * <p>Events, lists and offers come in any order; an object's resourceVersion says which is newer.
 * An object that is offered and not known may have been deleted already: it was, if what the watch
 * told last is newer than it.
 */
final class SharedWatch implements Reflector.Follower {
  private static final Logger LOG = LoggerFactory.getLogger(SharedWatch.class);

  /** So often in a row an API server may say that it does not serve a type yet. */
  private static final int NORMAL = 10;

  private final ApiType type;
  private final Selection selection;
  private final WatchObserver observer;
  private final long begin = System.nanoTime();
  private final ObjectStore store = new ObjectStore();
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final Reflector reflector;
  private Projection projection = Projection.metadata();
  private Set<ObjectKey> unseen = Set.of();
  private long told = Revision.NONE;
  private boolean isWidened;
  private boolean isComplete;
  private boolean wasComplete;
  private int notYet;
  private volatile Health health = Health.STARTING;
  private volatile @Nullable ApiException failure;

  SharedWatch(Cluster cluster, ApiType type, Selection selection, WatchObserver observer) {
    this.type = type;
    this.selection = selection;
    this.observer = observer;
    this.reflector = new Reflector(cluster, selection.query(type), this);
  }

  /** A new subscriber; what is not kept yet of the objects is got by a new list. */
  synchronized void add(Subscriber subscriber) {
    boolean isKept = !subscribers.isEmpty() && projection.covers(subscriber.projection());
    projection = isKept ? projection : projection.and(subscriber.projection());
    isWidened |= !isKept;
    subscribers.add(subscriber);
    if (!isKept) {
      isComplete = false;
      reflector.list();
    } else if (isComplete) {
      subscriber.sync(store.all());
    }
  }

  /** Gives a subscriber up; says whether it was the last, and then all ends. */
  synchronized boolean remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
    if (subscribers.isEmpty()) {
      close();
      return true;
    }
    return false;
  }

  synchronized void close() {
    subscribers.clear();
    reflector.close();
    // A connection that is being closed may be held in memory for some time, and all this with it.
    store.clear();
  }

  ObjectCache cache() {
    return store;
  }

  Health health() {
    return health;
  }

  Optional<ApiException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Lists anew if the type was absent; its next try may be a minute away. */
  void lookAgain() {
    if (health == Health.ABSENT) {
      reflector.listHopefully();
    }
  }

  /** Lists anew, since defaults of the type may be others. */
  void schemaChanged() {
    if (health == Health.ABSENT) {
      lookAgain();
    } else {
      reflector.listForNewSchema(Reflector.NEW_SCHEMA);
    }
  }

  synchronized void offer(Map<String, Object> live, Subscriber from) {
    take(live, from);
  }

  synchronized void writeBegins(ObjectKey key, Subscriber by) {
    by.writeBegins(key);
  }

  synchronized void writeEnds(ObjectKey key, @Nullable Map<String, Object> live, Subscriber by) {
    CachedObject written = live == null ? null : take(live, by);
    by.writeEnds(key, written, store.get(key));
  }

  private CachedObject take(Map<String, Object> live, Subscriber from) {
    CachedObject offered = CachedObject.of(type, live, projection);
    CachedObject known = store.get(ObjectKey.of(offered));
    boolean wasDeleted = known == null && offered.revision() <= told;
    boolean isNews = known == null || isNewer(offered, known);
    if (selection.holds(live) && isNews && !wasDeleted) {
      store.put(offered);
      tell(known, offered, from);
      from.answered(known, offered);
    }
    return offered;
  }

  @Override
  public synchronized void listBegins() {
    unseen = store.keys();
  }

  @Override
  public synchronized void listed(Map<String, Object> object) {
    CachedObject listed = CachedObject.of(type, object, projection);
    ObjectKey key = ObjectKey.of(listed);
    unseen.remove(key);
    CachedObject known = store.get(key);
    if (known != null && known.resourceVersion().equals(listed.resourceVersion())) {
      // Nobody wrote it, but more of it may be wanted than before, or its type has other defaults.
      store.put(listed);
      if (!isWidened) {
        tell(known, listed, null);
      }
    } else if (known == null || isNewer(listed, known)) {
      store.put(listed);
      tell(known, listed, null);
    }
  }

  @Override
  public synchronized void listEnds(String resourceVersion) {
    long listed = Revision.of(resourceVersion);
    if (listed < told) {
      startOver();
      return;
    }
    for (ObjectKey key : new LinkedHashSet<>(unseen)) {
      CachedObject known = store.get(key);
      // What was offered after the list was made is not in it.
      if (known != null && known.revision() <= listed) {
        delete(key);
      }
    }
    unseen = Set.of();
    isWidened = false;
    told = listed;
    boolean recovers = follow(Health.FOLLOWING);
    complete();
    tellRecovery(recovers);
  }

  @Override
  public synchronized void follows() {
    tellRecovery(follow(Health.FOLLOWING));
  }

  @Override
  public synchronized void happened(WatchEvent event) {
    if (event.type() == WatchEvent.Type.BOOKMARK) {
      told = Math.max(told, bookmark(event.object()));
      return;
    }
    observer.happened(type, event.type());
    CachedObject object = CachedObject.of(type, event.object(), projection);
    told = Math.max(told, object.revision());
    ObjectKey key = ObjectKey.of(object);
    CachedObject known = store.get(key);
    if (event.type() == WatchEvent.Type.DELETED) {
      // An object of the same name may have been made and offered since.
      if (known != null && (known.uid().equals(object.uid()) || isNewer(object, known))) {
        delete(key);
      }
    } else if (known == null || isNewer(object, known)) {
      store.put(object);
      tell(known, object, null);
    }
  }

  @Override
  public synchronized void absent() {
    store.keys().forEach(this::delete);
    unseen = Set.of();
    var unused = follow(Health.ABSENT);
    complete();
  }

  @Override
  public synchronized void failed(ApiException why) {
    if (why.isNotYet() && ++notYet <= NORMAL) {
      LOG.atDebug().addKeyValue("type", type.gvk()).log("a type is not served yet");
      return;
    }
    if (failure == null) {
      LOG.atWarn().addKeyValue("type", type.gvk()).setCause(why).log("a watch fails");
    }
    failure = why;
    health = isComplete ? Health.FAILING : Health.STARTING;
    subscribers.forEach(subscriber -> subscriber.failed(why));
  }

  /** The cluster was put back to an earlier state: all that is known may be wrong. */
  private void startOver() {
    store.keys().forEach(this::delete);
    told = Revision.NONE;
    reflector.list();
  }

  /** Says whether something was wrong before. */
  private boolean follow(Health now) {
    boolean recovers = failure != null || health == Health.ABSENT;
    if (failure != null) {
      LOG.atInfo().addKeyValue("type", type.gvk()).log("a watch works again");
    }
    failure = null;
    notYet = 0;
    health = now;
    return recovers;
  }

  private void tellRecovery(boolean recovers) {
    if (recovers) {
      subscribers.forEach(Subscriber::recovered);
    }
  }

  private void complete() {
    isComplete = true;
    if (!wasComplete) {
      wasComplete = true;
      observer.synced(type, Duration.ofNanos(System.nanoTime() - begin));
    }
    List<CachedObject> all = store.all();
    subscribers.forEach(subscriber -> subscriber.sync(all));
  }

  private void delete(ObjectKey key) {
    CachedObject known = store.remove(key);
    if (known != null) {
      tell(known, null, null);
    }
  }

  private void tell(
      @Nullable CachedObject before, @Nullable CachedObject after, @Nullable Subscriber except) {
    CachedObject any = after == null ? before : after;
    if (any == null) {
      return;
    }
    ObjectKey key = ObjectKey.of(any);
    for (Subscriber subscriber : subscribers) {
      if (subscriber != except) {
        subscriber.tell(key, before, after);
      }
    }
  }

  private static boolean isNewer(CachedObject object, CachedObject known) {
    return object.revision() == Revision.NONE
        ? !object.resourceVersion().equals(known.resourceVersion())
        : object.revision() > known.revision();
  }

  private static long bookmark(Map<String, Object> object) {
    return PlainJson.text(PlainJson.at(object, "metadata", "resourceVersion"))
        .map(Revision::of)
        .orElse(Revision.NONE);
  }
}
