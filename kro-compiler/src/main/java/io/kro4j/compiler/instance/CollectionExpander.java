package io.kro4j.compiler.instance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the objects of a collection: one for each combination of the dimensions' items. */
final class CollectionExpander {
  private final PlannedNode node;
  private final Evaluator evaluator;
  private final int maxSize;

  CollectionExpander(PlannedNode node, Evaluator evaluator, int maxSize) {
    this.node = node;
    this.evaluator = evaluator;
    this.maxSize = maxSize;
  }

  /** The objects in order, the first dimension being the outermost loop. */
  List<DesiredObject> expand(ObjectMaker maker) throws Unresolved {
    List<List<?>> dimensions = new ArrayList<>();
    for (PlannedNode.Dimension dimension : node.dimensions()) {
      List<?> items = items(dimension);
      if (items.isEmpty()) {
        return List.of();
      }
      dimensions.add(items);
    }
    int size = size(dimensions);
    TemplateRenderer renderer = TemplateRenderer.of(evaluator);
    List<DesiredObject> objects = new ArrayList<>(size);
    Set<String> identities = new HashSet<>();
    for (int index = 0; index < size; index++) {
      checkDeadline();
      DesiredObject object =
          maker.desired(
              renderer.with(item(dimensions, index)).object(node.template()), index, size);
      if (!identities.add(object.identity())) {
        throw Unresolved.failed(
            "identity collision: more than one object of the collection is " + object.identity());
      }
      objects.add(object);
    }
    return objects;
  }

  private List<?> items(PlannedNode.Dimension dimension) throws Unresolved {
    String place = "forEach." + dimension.name();
    Object value = evaluator.value(place, dimension.list());
    if (value instanceof List<?> list) {
      return list;
    }
    throw Unresolved.failed(
        place, dimension.list(), (value == null ? "null" : "`" + value + "`") + " is not a list");
  }

  /** The product is counted before it is made: it may be larger than memory. */
  private int size(List<List<?>> dimensions) throws Unresolved {
    BigInteger size =
        dimensions.stream()
            .map(items -> BigInteger.valueOf(items.size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    if (size.compareTo(BigInteger.valueOf(maxSize)) > 0) {
      throw Unresolved.failed(
          "forEach", "a collection of " + size + " objects is over the maximum of " + maxSize);
    }
    return size.intValueExact();
  }

  /** Each expression is short of the limits, but there may be many of them. */
  private void checkDeadline() throws Unresolved {
    if (evaluator.options().limits().expired().getAsBoolean()) {
      throw Unresolved.failed("forEach", "the evaluation takes too long");
    }
  }

  /** The values of the iterators for one object: its index, spelled in the sizes of the lists. */
  private Map<String, @Nullable Object> item(List<List<?>> dimensions, int index) {
    Map<String, @Nullable Object> item = new HashMap<>();
    int rest = index;
    for (int i = dimensions.size() - 1; i >= 0; i--) {
      List<?> items = dimensions.get(i);
      item.put(node.dimensions().get(i).name(), items.get(rest % items.size()));
      rest /= items.size();
    }
    return item;
  }
}
