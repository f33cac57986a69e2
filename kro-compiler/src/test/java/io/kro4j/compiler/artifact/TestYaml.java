package io.kro4j.compiler.artifact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** YAML text into plain JSON that tests may change. */
final class TestYaml {
  private static final ObjectMapper JACKSON = new ObjectMapper(new YAMLFactory());

  private TestYaml() {}

  static @Nullable Object read(String yaml) throws Exception {
    return widen(JACKSON.readValue(yaml, Object.class));
  }

  static Map<String, @Nullable Object> readObject(String yaml) throws Exception {
    return object(read(yaml));
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  /** Replaces the value at a path such as {@code spec.nodes[1].id}; null removes it. */
  @SuppressWarnings("unchecked")
  static void put(Map<String, @Nullable Object> root, String path, @Nullable Object value) {
    String[] steps = path.replace("[", ".").replace("]", "").split("\\.");
    Object at = root;
    for (int i = 0; i < steps.length - 1; i++) {
      at =
          at instanceof List<?> list
              ? list.get(Integer.parseInt(steps[i]))
              : object(at).get(steps[i]);
    }
    String last = steps[steps.length - 1];
    if (at instanceof List<?> list) {
      ((List<@Nullable Object>) list).set(Integer.parseInt(last), value);
    } else if (value == null) {
      object(at).remove(last);
    } else {
      object(at).put(last, value);
    }
  }

  /** Replaces some value below a root by random JSON. */
  @SuppressWarnings("unchecked")
  static void mutate(@Nullable Object at, Random random, RandomJson json) {
    if (at instanceof Map<?, ?> map && !map.isEmpty()) {
      List<?> keys = new ArrayList<>(map.keySet());
      Object key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(4) > 0 && isContainer(map.get(key))) {
        mutate(map.get(key), random, json);
      } else {
        object(at).put((String) key, json.value(2));
      }
    } else if (at instanceof List<?> list && !list.isEmpty()) {
      int index = random.nextInt(list.size());
      if (random.nextInt(4) > 0 && isContainer(list.get(index))) {
        mutate(list.get(index), random, json);
      } else {
        ((List<@Nullable Object>) list).set(index, json.value(2));
      }
    }
  }

  private static boolean isContainer(@Nullable Object value) {
    return value instanceof Map || value instanceof List;
  }

  private static @Nullable Object widen(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> wide = new LinkedHashMap<>();
      map.forEach((key, item) -> wide.put(key, widen(item)));
      return wide;
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(TestYaml::widen).toList());
    }
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }
}
