package io.kro4j.maven.publish;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.maven.git.Commit;
import java.util.Objects;
import java.util.Optional;

/**
 * Where published files come from, for the message of their commit.
 *
 * @param repository the address of the sources without user and password; empty if they have none
 * @param commit the commit that is checked out; empty if there is none
 * @param dirty whether there are changes that are not committed
 */
record Provenance(Optional<String> repository, Optional<Commit> commit, boolean dirty) {
  /** The message: a subject, and trailers as Git understands them. */
  String message(String subject, OutputTree tree) {
    StringBuilder text = new StringBuilder(subject).append("\n\n");
    repository.ifPresent(url -> text.append("Kro-Source-Repository: ").append(url).append('\n'));
    commit.ifPresent(id -> text.append("Kro-Source-Commit: ").append(id.id()).append('\n'));
    if (dirty) {
      text.append("Kro-Source-Dirty: true\n");
    }
    return text.append("Kro-Format-Version: ")
        .append(CompiledGraph.FORMAT_VERSION)
        .append('\n')
        .append("Kro-Output-Digest: ")
        .append(digest(tree).text())
        .append('\n')
        .toString();
  }

  /** The digest of all files: that of the list of their digests. */
  private static Digest digest(OutputTree tree) {
    return Digest.ofText(Objects.requireNonNull(tree.files().get(OutputTree.MANIFEST)));
  }
}
