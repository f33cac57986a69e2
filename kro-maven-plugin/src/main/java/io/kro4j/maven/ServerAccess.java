package io.kro4j.maven;

import io.kro4j.maven.git.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * What Maven's settings say of a server, decrypted.
 *
 * @param access what opens it
 * @param mistakes why it may not, one sentence each
 */
record ServerAccess(Access access, List<String> mistakes) {
  /** Copies the list. */
  ServerAccess {
    mistakes = List.copyOf(mistakes);
  }

  /** Looks a server up. */
  static ServerAccess of(String id, Settings settings, SettingsDecrypter decrypter) {
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
    return new ServerAccess(access(result.getServer()), mistakes);
  }

  private static Access access(Server server) {
    return new Access(
        Optional.ofNullable(server.getUsername()),
        Optional.ofNullable(server.getPassword()),
        Optional.ofNullable(server.getPrivateKey()).map(Path::of),
        Optional.ofNullable(server.getPassphrase()));
  }
}
