package io.kro4j.compiler.model;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;

/**
 * One entry of {@code spec.resources} as written.
 *
 * @param id the id
 * @param body what the entry stands for
 * @param includeWhen the strings of {@code includeWhen}
 * @param readyWhen the strings of {@code readyWhen}
 * @param forEach the dimensions of {@code forEach}, outermost first
 * @param span the whole entry
 */
public record ResourceDefinition(
    MappedText id,
    Body body,
    List<MappedText> includeWhen,
    List<MappedText> readyWhen,
    List<Dimension> forEach,
    Span span) {

  /** Copies the lists. */
  public ResourceDefinition {
    includeWhen = List.copyOf(includeWhen);
    readyWhen = List.copyOf(readyWhen);
    forEach = List.copyOf(forEach);
  }

  /** What an entry stands for. */
  public sealed interface Body {
    /** The object as written. */
    YamlValue.Mapping object();

    /**
     * An object that the group creates.
     *
     * @param object the manifest with expressions in it
     */
    record Template(YamlValue.Mapping object) implements Body {}

    /**
     * One or more objects that somebody else creates.
     *
     * @param object {@code apiVersion}, {@code kind} and {@code metadata} with {@code name} or
     *     {@code selector} and an optional {@code namespace}; the reader has checked that exactly
     *     one of name and selector is there
     * @param bySelector whether {@code metadata.selector} is given
     */
    record ExternalRef(YamlValue.Mapping object, boolean bySelector) implements Body {}
  }

  /**
   * One dimension of {@code forEach}.
   *
   * @param name the iterator variable
   * @param expression the string that yields the list, with its delimiters
   */
  public record Dimension(MappedText name, MappedText expression) {}
}
