package io.kro4j.compiler.gitops;

import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The samples, compiled for both tools. */
final class SampleGlue {
  static final List<CompiledGroup> GROUPS = Sample.compileAll().groups();

  private SampleGlue() {}

  static GlueSettings settings(Set<GlueTool> tools) {
    return new GlueSettings(
        tools, "platform", "deploy/manifests", "deploy/instances", "https://git.example.com/p.git");
  }

  static OutputTree files() {
    return files(settings(EnumSet.allOf(GlueTool.class)));
  }

  static OutputTree files(GlueSettings settings) {
    return CompiledFiles.of(GROUPS, settings).value().orElseThrow();
  }

  /** The objects of a YAML text. */
  static List<Map<String, Object>> objects(String yaml) {
    return YamlReader.read(SourceFile.of("file", yaml), YamlLimits.DEFAULT)
        .value()
        .orElseThrow()
        .stream()
        .map(document -> ((YamlValue.Mapping) document.root()).toJson())
        .toList();
  }

  static Map<String, Object> object(String yaml) {
    return objects(yaml).get(0);
  }

  /** What is at a path of keys and indexes. */
  static Object at(Object value, Object... path) {
    Object here = value;
    for (Object step : path) {
      here =
          step instanceof Integer index
              ? ((List<?>) here).get(index)
              : ((Map<?, ?>) here).get(step);
    }
    return here;
  }
}
