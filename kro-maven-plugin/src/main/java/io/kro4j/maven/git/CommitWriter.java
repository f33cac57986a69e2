package io.kro4j.maven.git;

import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.CredentialsProvider;

/** Writes commits into an object database; no branch, index or working tree is touched. */
final class CommitWriter {
  private final Repository repository;
  private final CredentialsProvider credentials;

  CommitWriter(Repository repository, CredentialsProvider credentials) {
    this.repository = repository;
    this.credentials = credentials;
  }

  /** Writes a commit and returns its id. */
  ObjectId write(NewCommit commit) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder builder = new CommitBuilder();
      PersonIdent author = new PersonIdent(commit.author().name(), commit.author().email());
      builder.setAuthor(author);
      builder.setCommitter(author);
      builder.setMessage(commit.message());
      builder.setTreeId(tree(commit, inserter));
      commit.parent().ifPresent(parent -> builder.setParentId(ObjectId.fromString(parent.id())));
      if (commit.sign()) {
        sign(builder, author);
      }
      ObjectId id = inserter.insert(builder);
      inserter.flush();
      return id;
    }
  }

  private ObjectId tree(NewCommit commit, ObjectInserter inserter) throws IOException {
    DirCache files = DirCache.newInCore();
    if (commit.parent().isPresent()) {
      ObjectId parent = ObjectId.fromString(commit.parent().get().id());
      try (ObjectReader reader = repository.newObjectReader();
          RevWalk walk = new RevWalk(reader)) {
        files = DirCache.read(reader, walk.parseCommit(parent).getTree());
      }
    }
    DirCacheEditor editor = files.editor();
    commit.deletes().forEach(path -> editor.add(new DirCacheEditor.DeletePath(path)));
    for (Map.Entry<String, byte[]> write : commit.writes().entrySet()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, write.getValue());
      editor.add(
          new DirCacheEditor.PathEdit(write.getKey()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.REGULAR_FILE);
              entry.setObjectId(blob);
            }
          });
    }
    editor.finish();
    return files.writeTree(inserter);
  }

  private void sign(CommitBuilder builder, PersonIdent author) throws IOException {
    GpgConfig config = new GpgConfig(repository.getConfig());
    Signer signer = Signers.get(config.getKeyFormat());
    if (signer == null) {
      throw new GitProblem(
          "Git is configured to sign commits in the format `"
              + config.getKeyFormat().toConfigValue()
              + "`, and only `ssh` is possible here: set `gpg.format` to `ssh`, or do not sign"
              + " (-Dkro.publish.sign=false)");
    }
    try {
      signer.signObject(repository, config, builder, author, config.getSigningKey(), credentials);
    } catch (CanceledException
        | JGitInternalException
        | UnsupportedCredentialItem
        | UnsupportedSigningFormatException e) {
      throw new GitProblem("the commit cannot be signed: " + e.getMessage(), e);
    }
  }
}
