package io.kro4j.compiler.artifact;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays out the files of a run: for each group its CRD, its graph and its roles, a {@code
 * kustomization.yaml} over all of them, and the manifest of what the compiler owns.
 */
public final class OutputTreeBuilder {
  private final Map<String, String> files = new TreeMap<>();
  private final Map<String, GroupOutput> owners = new HashMap<>();
  private final Diagnostics diagnostics = new Diagnostics();

  private final Map<String, String> more;

  private OutputTreeBuilder(Map<String, String> more) {
    this.more = more;
  }

  /**
   * The files of all groups.
   *
   * @param groups the groups in any order
   * @param more the text of each further file by its path; they are not in the kustomization of the
   *     whole
   * @return the tree, or errors about groups whose files would have the same name (on a file system
   *     that ignores case, too) or no possible name
   */
  public static Checked<OutputTree> build(List<GroupOutput> groups, Map<String, String> more) {
    OutputTreeBuilder builder = new OutputTreeBuilder(more);
    groups.forEach(builder::add);
    if (builder.diagnostics.hasErrors()) {
      return Checked.failed(builder.diagnostics.list());
    }
    builder.addKustomization();
    builder.files.putAll(more);
    Map<String, String> files = new TreeMap<>(builder.files);
    files.put(OutputTree.MANIFEST, OutputManifest.of(builder.files, groups).write());
    return Checked.of(OutputTree.of(files));
  }

  private void add(GroupOutput group) {
    if (!OutputPath.isName(group.name()) || !OutputPath.isName(group.crdName())) {
      diagnostics.add(
          DiagnosticId.MODEL_INVALID_VALUE,
          group.place(),
          "no files can be named after `" + group.name() + "` and `" + group.crdName() + "`");
    } else if (!Collections.disjoint(group.files().keySet(), more.keySet())) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.MODEL_INVALID_VALUE,
                  group.place(),
                  "the files of `"
                      + group.name()
                      + "` would be in the way of other generated files")
              .withHelp("give the group another name, or leave out the parameter `glue`"));
    } else if (claim(group)) {
      files.putAll(group.files());
    }
  }

  /** Whether the names of the group's files are free. */
  private boolean claim(GroupOutput group) {
    GroupOutput sameName = owners.putIfAbsent("name " + lower(group.name()), group);
    if (sameName != null) {
      addClash(group, sameName, "the group `" + group.name() + "` is defined twice");
      return false;
    }
    GroupOutput sameCrd = owners.putIfAbsent("crd " + lower(group.crdName()), group);
    if (sameCrd != null) {
      String crd = group.crdName();
      addClash(group, sameCrd, "the groups of one output define the CRD `" + crd + "` twice");
      return false;
    }
    return true;
  }

  private void addClash(GroupOutput group, GroupOutput first, String message) {
    diagnostics.add(
        Diagnostic.of(DiagnosticId.MODEL_DUPLICATE_GROUP, group.place(), message)
            .withRelated("the first definition", first.place())
            .withHelp("give one of them another name, or compile it into another folder"));
  }

  private void addKustomization() {
    Map<String, Object> kustomization = new LinkedHashMap<>();
    kustomization.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
    kustomization.put("kind", "Kustomization");
    kustomization.put("resources", List.copyOf(files.keySet()));
    files.put(
        OutputPath.KUSTOMIZATION,
        YamlWriter.write(List.of(OutputTree.GENERATED), List.of(kustomization)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
