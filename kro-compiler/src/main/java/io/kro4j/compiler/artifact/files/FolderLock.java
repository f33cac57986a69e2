package io.kro4j.compiler.artifact.files;

import io.kro4j.compiler.artifact.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps other runs of this user on this machine away from a folder. The operating system lets go of
 * it when the process ends, however that happens.
 *
 * <p>The locked file is not in the folder itself, which people commit, and it stays, since a file
 * that is deleted cannot keep anybody away.
 */
final class FolderLock {
  /** The operating system locks for processes and not for threads. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else has the folder, which takes no longer than writing some files. */
  static FolderLock acquire(Path root) throws IOException {
    THREADS.lock();
    try {
      FileChannel channel =
          FileChannel.open(file(root), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return locked(channel, root);
    } catch (IOException | RuntimeException e) {
      THREADS.unlock();
      throw e;
    }
  }

  private static FolderLock locked(FileChannel channel, Path root) throws IOException {
    try {
      channel.lock();
      return new FolderLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("another run of this build is writing to " + root, e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Path file(Path root) throws IOException {
    Path folder =
        Files.createDirectories(
            Path.of(
                System.getProperty("java.io.tmpdir"), "kro4j-" + System.getProperty("user.name")));
    Path real = Files.exists(root) ? root.toRealPath() : root;
    return folder.resolve(Digest.ofText(real.toString()).text().replace(":", "-") + ".lock");
  }

  /** Lets others go on. */
  void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
