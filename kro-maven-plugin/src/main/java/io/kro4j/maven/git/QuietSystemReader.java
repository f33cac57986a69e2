package io.kro4j.maven.git;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit's view of the machine without its side effects: to find Git's configuration of the whole
 * system it would run the {@code git} program, and what it measures of file systems it would write
 * into the user's home.
 */
final class QuietSystemReader extends SystemReader.Delegate {
  private static final File SYSTEM_CONFIG = new File("/etc/gitconfig");
  private static final File NO_FILE = new File("/nonexistent");

  private QuietSystemReader(SystemReader reader) {
    super(reader);
  }

  /** Sees to it that JGit uses this view. */
  static void install() {
    synchronized (QuietSystemReader.class) {
      if (!(SystemReader.getInstance() instanceof QuietSystemReader)) {
        SystemReader.setInstance(new QuietSystemReader(SystemReader.getInstance()));
      }
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    boolean none = getenv("GIT_CONFIG_NOSYSTEM") != null;
    return new FileBasedConfig(parent, none ? NO_FILE : SYSTEM_CONFIG, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new FileBasedConfig(parent, NO_FILE, fs) {
      @Override
      public void save() {
        // What was measured lasts as long as the process.
      }
    };
  }
}
