package io.kro4j.compiler.gitops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the health of an object is read from its status. */
enum HealthRule {
  /** Of an instance. */
  INSTANCE("instance"),
  /** Of a compiled graph. */
  COMPILED_GRAPH("compiled-graph"),
  /** Of a group that is compiled in the cluster. */
  GROUP("group");

  private final String file;

  HealthRule(String file) {
    this.file = file;
  }

  /** The rule for Argo CD: Lua that returns the health of {@code obj}. */
  String lua() {
    return resource(file + ".lua");
  }

  /** What the rule is to say of which status. */
  List<HealthCase> cases() {
    return HealthCase.read(resource(file + ".yaml"));
  }

  private static String resource(String name) {
    try (InputStream in = HealthRule.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
