package io.kro4j.maven.git;

import java.io.File;
import java.util.List;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * How ssh connects: with {@code ~/.ssh} and its {@code config} and {@code known_hosts}, and with
 * another key if one is given.
 */
final class SshKeys implements AutoCloseable {
  private final Access access;
  private @Nullable SshdSessionFactory factory;

  SshKeys(Access access) {
    this.access = access;
  }

  /** Lets a connection use it, if it is one of ssh. */
  void configure(Transport transport) {
    if (transport instanceof SshTransport ssh) {
      factory = factory == null ? factory() : factory;
      ssh.setSshSessionFactory(factory);
    }
  }

  private SshdSessionFactory factory() {
    File home = FS.DETECTED.userHome();
    SshdSessionFactoryBuilder builder =
        new SshdSessionFactoryBuilder()
            .setPreferredAuthentications("publickey,password")
            .setHomeDirectory(home)
            .setSshDirectory(new File(home, ".ssh"));
    access.privateKey().ifPresent(key -> builder.setDefaultIdentities(any -> List.of(key)));
    return builder.build(null);
  }

  @Override
  public void close() {
    if (factory != null) {
      factory.close();
    }
  }
}
