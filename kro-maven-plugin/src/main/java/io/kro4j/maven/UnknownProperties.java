package io.kro4j.maven;

import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Words;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Misspelt properties on the command line, which Maven passes over. */
final class UnknownProperties {
  private static final String OURS = "kro.";
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(kro\\.[\\w.]+)}");

  private UnknownProperties() {}

  /**
   * A warning for each property that looks like one of ours and is none.
   *
   * @param given the names of the properties on the command line
   * @param known gives the names of those that some goal takes; not asked if nothing looks like one
   */
  static List<Message> warnings(
      Collection<String> given, Supplier<? extends Collection<String>> known) {
    List<String> ours = given.stream().filter(name -> name.startsWith(OURS)).sorted().toList();
    if (ours.isEmpty()) {
      return List.of();
    }
    Collection<String> taken = known.get();
    return ours.stream()
        .filter(name -> !taken.contains(name))
        .map(name -> Message.warning(warning(name, taken)))
        .toList();
  }

  private static String warning(String name, Collection<String> known) {
    return "No goal takes the property `"
        + Words.oneLine(name)
        + "`"
        + Suggestions.didYouMean(name, known).map(help -> "; " + help).orElse("");
  }

  /** The names of the properties that the goals of a plugin take. */
  static Collection<String> known(PluginDescriptor plugin) {
    TreeSet<String> known = new TreeSet<>();
    for (MojoDescriptor goal : plugin.getMojos()) {
      for (Parameter parameter : goal.getParameters()) {
        String value = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
        Matcher expression = EXPRESSION.matcher(value);
        if (expression.matches()) {
          known.add(expression.group(1));
        }
      }
    }
    return known;
  }
}
