package io.kro4j.maven.git;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Answers what JGit asks from what is known, and nobody at a terminal: a build must not wait for
 * one. A host that is not known is refused.
 */
final class FixedCredentials extends CredentialsProvider {
  private final Access access;
  private final CredentialsProvider netrc = new NetRCCredentialsProvider();

  /** Whether the password was handed out: if it is asked for again, it was wrong. */
  private boolean used;

  FixedCredentials(Access access) {
    this.access = access;
  }

  /** The same answers for another connection. */
  FixedCredentials fresh() {
    return new FixedCredentials(access);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    return Arrays.stream(items).allMatch(FixedCredentials::isKnown);
  }

  private static boolean isKnown(CredentialItem item) {
    return item instanceof CredentialItem.Username
        || item instanceof CredentialItem.CharArrayType
        || item instanceof CredentialItem.StringType
        || item instanceof CredentialItem.InformationalMessage
        || item instanceof CredentialItem.YesNoType;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    boolean ssh = "ssh".equals(uri.getScheme()) || uri.getScheme() == null;
    if (!ssh && !access.hasPassword()) {
      return netrc.supports(items) && netrc.get(uri, items);
    }
    return Arrays.stream(items).allMatch(item -> answer(item, ssh));
  }

  private boolean answer(CredentialItem item, boolean ssh) {
    if (item instanceof CredentialItem.Username user) {
      user.setValue(access.user());
      return true;
    }
    if (item instanceof CredentialItem.CharArrayType secret) {
      Optional<String> value = ssh ? access.passphrase() : access.password();
      boolean fresh = value.isPresent() && !used;
      used = true;
      value.ifPresent(text -> secret.setValue(text.toCharArray()));
      return fresh;
    }
    if (item instanceof CredentialItem.YesNoType question) {
      question.setValue(false);
    }
    return !(item instanceof CredentialItem.StringType);
  }
}
