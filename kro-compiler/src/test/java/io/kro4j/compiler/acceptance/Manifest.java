package io.kro4j.compiler.acceptance;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import io.kro4j.testing.ObjectRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One object as a file has it.
 *
 * @param ref which object it is
 * @param text the YAML document
 * @param json the same as plain JSON
 */
record Manifest(ObjectRef ref, String text, Map<String, Object> json) {
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---$");

  /** The objects of a file, in order. */
  static List<Manifest> read(String file) {
    return Arrays.stream(SEPARATOR.split(file)).map(Manifest::of).toList();
  }

  private static Manifest of(String text) {
    YamlValue root =
        YamlReader.read(SourceFile.of("manifest", text), YamlLimits.DEFAULT)
            .value()
            .orElseThrow()
            .get(0)
            .root();
    Map<String, Object> json = ((YamlValue.Mapping) root).toJson();
    return new Manifest(ObjectRef.of(json), text, json);
  }

  /** Whether it is a CRD. */
  boolean isCrd() {
    return ref.kind().equals("CustomResourceDefinition");
  }
}
