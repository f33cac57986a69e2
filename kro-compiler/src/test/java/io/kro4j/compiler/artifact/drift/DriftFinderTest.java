package io.kro4j.compiler.artifact.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.Trees;
import io.kro4j.compiler.artifact.drift.Drift.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriftFinderTest {
  private static final OutputTree TREE = Trees.of("web");
  private static final String CRD = "crds/webs.kro.run.yaml";

  private final Map<String, String> folder = new TreeMap<>(TREE.files());

  @Test
  void findsNothingInAFolderThatIsAsItShouldBe() {
    assertThat(drift()).isEmpty();
  }

  @Test
  void doesNotMindLineEnds() {
    folder.replaceAll((path, text) -> text.replace("\n", "\r\n"));

    assertThat(drift()).isEmpty();
  }

  @Test
  void doesNotMindFilesNextToGeneratedFolders() {
    folder.put("notes.md", "mine");

    assertThat(drift()).isEmpty();
  }

  @Test
  void findsWhatIsMissing() {
    folder.remove(CRD);

    assertThat(drift()).containsExactly(new Drift(CRD, Reason.MISSING, true));
  }

  @Test
  void findsEverythingMissingInAnEmptyFolder() {
    folder.clear();

    assertThat(drift()).extracting(Drift::path).containsExactlyElementsOf(TREE.files().keySet());
    assertThat(drift()).extracting(Drift::reason).containsOnly(Reason.MISSING);
  }

  @Test
  void findsWhatAnEarlierRunLeft() {
    folder.clear();
    folder.putAll(Trees.of("web", "shop").files());

    assertThat(drift())
        .containsExactly(
            new Drift(OutputTree.MANIFEST, Reason.STALE, true),
            new Drift("crds/shops.kro.run.yaml", Reason.STALE, false),
            new Drift("graphs/shop.yaml", Reason.STALE, false),
            new Drift("kustomization.yaml", Reason.STALE, true),
            new Drift("rbac/shop.yaml", Reason.STALE, false));
  }

  @Test
  void tellsWhatWasChangedByHand() {
    folder.put(CRD, "mine");

    assertThat(drift()).containsExactly(new Drift(CRD, Reason.EDITED, true));
  }

  @Test
  void doesNotBelieveAManifestThatSaysThatAnEditedFileIsRight() {
    String digest =
        DriftFinder.digests(new OutputTree(new TreeMap<>(Map.of(CRD, "mine")))).get(CRD).text();
    String right = DriftFinder.digests(TREE).get(CRD).text();
    folder.put(CRD, "mine");
    folder.computeIfPresent(OutputTree.MANIFEST, (path, text) -> text.replace(right, digest));

    assertThat(drift())
        .containsExactly(
            new Drift(OutputTree.MANIFEST, Reason.STALE, true), new Drift(CRD, Reason.STALE, true));
  }

  @Test
  void findsForeignFilesAmongGeneratedOnes() {
    folder.put("crds/mine.yaml", "mine");
    folder.put("crds/deep/er.txt", "mine");
    folder.remove(OutputTree.MANIFEST);
    folder.put(CRD, "mine");

    assertThat(drift())
        .containsExactly(
            new Drift(OutputTree.MANIFEST, Reason.MISSING, true),
            new Drift("crds/deep/er.txt", Reason.FOREIGN, false),
            new Drift("crds/mine.yaml", Reason.FOREIGN, false),
            new Drift(CRD, Reason.FOREIGN, true));
  }

  @Test
  void findsForeignFilesAmongWhatIsGeneratedForTools() {
    TreeMap<String, String> files = new TreeMap<>(TREE.files());
    files.put("gitops/flux/kustomizations.yaml", "generated");
    OutputTree withGlue = new OutputTree(files);
    folder.putAll(withGlue.files());
    folder.put("gitops/flux/mine.yaml", "mine");
    folder.put("gitops/mine.txt", "mine");

    assertThat(DriftFinder.find(DriftFinder.digests(withGlue), Trees.folder(folder)))
        .containsExactly(
            new Drift("gitops/flux/mine.yaml", Reason.FOREIGN, false),
            new Drift("gitops/mine.txt", Reason.FOREIGN, false));
  }

  @Test
  void leavesAFolderOfThatNameAloneWhereNothingIsGeneratedForTools() {
    folder.put("gitops/mine.yaml", "mine");

    assertThat(drift()).isEmpty();
  }

  @Test
  void takesAManifestThatCannotBeReadForChanged() {
    folder.put(OutputTree.MANIFEST, "{");

    assertThat(drift()).containsExactly(new Drift(OutputTree.MANIFEST, Reason.EDITED, true));
  }

  private List<Drift> drift() {
    return DriftFinder.find(DriftFinder.digests(TREE), Trees.folder(folder));
  }
}
