package io.kro4j.maven.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.maven.Examples;
import io.kro4j.maven.KnownSurroundings;
import io.kro4j.maven.settings.SchemaParameters;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleReadingTest {
  @TempDir Path root;
  private final KnownSurroundings surroundings = new KnownSurroundings("it:user");

  @Test
  void usesTheGroupsOfAModuleThatUsesOthers() throws IOException {
    write("stall", Examples.STALL.replace("namespace: default", ""));
    write("shop", using("Shop", "Stall"));
    write("user", using("User", "Shop"));
    module("it:stall");
    module("it:shop", "it:stall");
    Settings user = module("it:user", "shop");

    Outcome outcome = Examples.outcome(user);

    assertThat(outcome.messages()).isEmpty();
    assertThat(outcome.count()).isEqualTo(1);
  }

  @Test
  void handsNothingOnThatAModuleUses() throws IOException {
    write("stall", Examples.STALL.replace("namespace: default", ""));
    write("shop", using("Shop", "Stall"));
    write("user", using("User", "Stall"));
    module("it:stall");
    module("it:shop", "it:stall");

    assertThat(Examples.outcome(module("it:user", "shop")).found().diagnostics())
        .extracting(finding -> finding.id().code())
        .containsExactly("schema.unknown-type");
  }

  @Test
  void readsAModuleOnceThatIsUsedInManyWays() throws IOException {
    write("m0", Examples.SHOP);
    module("it:m0");
    for (int i = 1; i < 40; i++) {
      write("m" + i, Examples.SHOP.replace("Shop", "Shop" + i).replace("shop", "shop" + i));
      module(
          "it:m" + i, i == 1 ? new String[] {"m0"} : new String[] {"m" + (i - 1), "m" + (i - 2)});
    }
    write("user", using("User", "Shop"));

    Outcome outcome = Examples.outcome(module("it:user", "m39", "m0"));

    assertThat(outcome.messages()).isEmpty();
  }

  @Test
  void changesTheKeyOfARunWithASourceOfAModule() throws IOException {
    write("shop", Examples.SHOP);
    write("user", using("User", "Shop"));
    module("it:shop");
    Settings user = module("it:user", "shop");
    String before = RunKey.of(user, Inputs.read(user));

    write("shop", "# A comment.\n" + Examples.SHOP);

    assertThat(RunKey.of(user, Inputs.read(user))).isNotEqualTo(before);
  }

  @Test
  void saysWhatIsWrongWithNames() throws IOException {
    write("user", Examples.SHOP);
    write("empty", "");
    Files.delete(root.resolve("empty/src/main/kro/group.yaml"));
    write("broken", Examples.BROKEN_SHOP);
    module("it:empty");
    module("it:broken");
    module("a:twin");
    module("b:twin");

    assertThat(Examples.outcome(module("it:user", "twin", "empty", "brokn", "it:user")).mistakes())
        .containsExactly(
            "parameter `modules`: there is no module `brokn` in this build; did you mean"
                + " `broken`?",
            "parameter `modules`: there is no ResourceGroup in `it:empty`",
            "parameter `modules`: `it:user` is this module; its groups know each other",
            "parameter `modules`: `twin` may be `a:twin` or `b:twin`; name one");
  }

  @Test
  void reportsTheErrorsOfAModuleThatDoesNotCompile() throws IOException {
    write("user", Examples.SHOP);
    write("broken", Examples.BROKEN_SHOP);
    write("between", Examples.STALL);
    module("it:broken");
    module("it:between", "broken");

    Outcome outcome = Examples.outcome(module("it:user", "between", "broken"));

    assertThat(outcome.failure()).contains("2 broken modules");
    assertThat(outcome.mistakes())
        .containsExactly(
            "parameter `modules`: `it:between` does not compile (1 wrong parameter)",
            "parameter `modules`: `it:broken` does not compile (1 error)");
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.messages().get(0).text())
        .startsWith(
            "broken/src/main/kro/group.yaml:20:32: error: `schema.spec` has no field `titel`"
                + " [expression.unknown-field]\n");
  }

  @Test
  void sendsToAModuleWhoseParametersAreWrong() throws IOException {
    write("user", Examples.SHOP);
    write("wrong", Examples.STALL);
    module("it:wrong", "nobody");

    assertThat(Examples.outcome(module("it:user", "wrong")).mistakes())
        .containsExactly(
            "parameter `modules`: `it:wrong` does not compile (1 wrong parameter); see `mvn"
                + " kro:validate -pl it:wrong`");
  }

  @Test
  void endsWhereModulesUseEachOther() throws IOException {
    write("user", Examples.SHOP);
    module("it:a", "b");
    module("it:b", "c");
    module("it:c", "b");

    assertThat(Examples.outcome(module("it:user", "a")).mistakes())
        .containsExactly("parameter `modules`: modules use each other: `it:b` → `it:c` → `it:b`");
  }

  private Settings module(String name, String... uses) {
    Path base = root.resolve(name.substring(name.indexOf(':') + 1));
    SchemaParameters none = SchemaParameters.of(base);
    Settings settings =
        Examples.withSchemas(
            Examples.byDefault(Examples.settings(base, List.of("src/main/kro"))),
            root,
            new SchemaParameters(
                List.of(), List.of(), List.of(), List.of(uses), "", none.lockFile(), surroundings));
    surroundings.with(name, settings);
    return settings;
  }

  private static String using(String kind, String used) {
    return Examples.SHOP
        .replace("Shop", kind)
        .replace("shop", kind.toLowerCase(Locale.ROOT))
        .replace(
            "apiVersion: v1\n        kind: ConfigMap",
            "apiVersion: example.com/v1\n        kind: " + used)
        .replace("\n        data:\n", "\n        spec:\n");
  }

  private void write(String module, String text) throws IOException {
    Path file = root.resolve(module).resolve("src/main/kro/group.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
