package io.kro4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The files by which the API server and its clients know each other, below one folder.
 *
 * <p>The API server signs its own serving certificate; clients trust that and identify themselves
 * with the token of a member of {@code system:masters}. The key signs the tokens of service
 * accounts.
 *
 * @param folder where the files are
 * @param token the administrator's bearer token
 */
record Credentials(Path folder, String token) {

  /** Makes a token and a signing key and writes them to {@code folder}. */
  static Credentials create(Path folder) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Credentials credentials = new Credentials(folder, HexFormat.of().formatHex(random));
    try {
      Files.writeString(
          credentials.tokenFile(), credentials.token + ",admin,admin,\"system:masters\"\n");
      Files.writeString(credentials.serviceAccountKey(), pem(privateKey()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
    return credentials;
  }

  Path tokenFile() {
    return folder.resolve("tokens.csv");
  }

  Path serviceAccountKey() {
    return folder.resolve("service-accounts.key");
  }

  /**
   * The certificates that sign the API server's, in PEM; the file is there once the API server
   * listens.
   */
  Path certificateAuthority() {
    return folder.resolve("apiserver.crt");
  }

  /** A kubeconfig for the API server at {@code url}, as whom {@code bearerToken} identifies. */
  String kubeconfig(String url, String bearerToken) {
    return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: test
          cluster:
            server: %s
            certificate-authority-data: %s
        users:
        - name: test
          user:
            token: %s
        contexts:
        - name: test
          context:
            cluster: test
            user: test
        current-context: test
        """
        .formatted(
            url,
            Base64.getEncoder()
                .encodeToString(certificateAuthorityText().getBytes(StandardCharsets.US_ASCII)),
            bearerToken);
  }

  String certificateAuthorityText() {
    try {
      return Files.readString(certificateAuthority(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the API server's certificate", e);
    }
  }

  /** TLS that trusts this API server and no other. */
  SSLContext tls() {
    try (InputStream in = Files.newInputStream(certificateAuthority())) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the API server's certificate", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot trust the API server's certificate", e);
    }
  }

  private static PrivateKey privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private static String pem(PrivateKey key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }
}
