package io.kro4j.maven;

import io.kro4j.maven.git.Access;
import io.kro4j.maven.publish.ServerAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Reads what Maven's settings say of servers. */
final class MavenServers {
  private MavenServers() {}

  /** What opens a server; nothing if they do not know it. */
  static ServerAccess access(String id, Settings settings, SettingsDecrypter decrypter) {
    Server server = settings.getServer(id);
    if (server == null) {
      return new ServerAccess(
          Access.NONE,
          List.of("parameter `server`: Maven's settings have no server with the id `" + id + "`"));
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    List<String> mistakes =
        result.getProblems().isEmpty()
            ? List.of()
            : List.of("parameter `server`: what is encrypted of `" + id + "` cannot be decrypted");
    return new ServerAccess(opener(result.getServer()), mistakes);
  }

  private static Access opener(Server server) {
    return new Access(
        Optional.ofNullable(server.getUsername()),
        Optional.ofNullable(server.getPassword()),
        Optional.ofNullable(server.getPrivateKey()).map(Path::of),
        Optional.ofNullable(server.getPassphrase()));
  }
}
