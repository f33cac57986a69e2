package io.kro4j.runtime.controller.group;

import io.kro4j.runtime.controller.ObjectKey;

/**
 * An object of a lane of the queue, which is to be looked at when something happens.
 *
 * @param lane the lane: the kind of the object
 * @param name its name
 */
record Waiter(String lane, String name) {
  ObjectKey key() {
    return new ObjectKey(null, name);
  }
}
