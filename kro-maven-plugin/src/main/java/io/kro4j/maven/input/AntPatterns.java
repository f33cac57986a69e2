package io.kro4j.maven.input;

import java.io.File;
import java.util.List;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Patterns of names of files, as Ant has them, such as {@code groups/web-*.yaml}. The only door to
 * the library that knows what they mean.
 */
public final class AntPatterns {
  /** The names of what version control and editors leave behind. */
  static final AntPatterns LEFTOVERS = new AntPatterns(List.of(AbstractScanner.DEFAULTEXCLUDES));

  private final List<String> patterns;

  /**
   * Patterns.
   *
   * @param patterns the patterns, with slashes of either kind
   */
  public AntPatterns(List<String> patterns) {
    this.patterns =
        patterns.stream()
            .map(pattern -> withPlatformSeparators(pattern.replace('\\', '/')))
            .toList();
  }

  /** Whether one of them matches a name, which has forward slashes or those of the platform. */
  public boolean match(String name) {
    String here = withPlatformSeparators(name);
    return patterns.stream().anyMatch(pattern -> SelectorUtils.matchPath(pattern, here));
  }

  private static String withPlatformSeparators(String path) {
    return path.replace('/', File.separatorChar);
  }
}
