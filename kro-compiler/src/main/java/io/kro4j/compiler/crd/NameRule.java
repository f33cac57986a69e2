package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.model.DnsNames;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The names of the API must be names for an API server, and not those of other APIs ({@code
 * ValidateCustomResourceDefinitionNames}, {@code validateAPIApproval}).
 */
final class NameRule {
  private static final String APPROVED = "api-approved.kubernetes.io";
  private static final int MAX_KIND = 59;

  /** CRDs that define and compile groups; a group that replaced one would end all of them. */
  private static final Set<String> TAKEN =
      Set.of(
          "resourcegraphdefinitions.kro.run",
          "resourcegroups.kro.run",
          "graphrevisions.internal.kro.run",
          "compiledgraphs.kro4j.io");

  private final GeneratedCrd crd;
  private final SchemaDefinition definition;
  private final List<Diagnostic> found = new ArrayList<>();

  private NameRule(GeneratedCrd crd, SchemaDefinition definition) {
    this.crd = crd;
    this.definition = definition;
  }

  /** What is wrong with the names of a CRD. */
  static List<Diagnostic> check(GeneratedCrd crd, SchemaDefinition definition) {
    NameRule rule = new NameRule(crd, definition);
    rule.kind();
    rule.plural();
    rule.version();
    rule.group();
    definition.shortNames().forEach(name -> rule.label("short name", name));
    definition.categories().forEach(name -> rule.label("category", name));
    return rule.found;
  }

  private void kind() {
    Span span = definition.kind().span();
    if (!DnsNames.isLabel(crd.singular())) {
      found.add(
          name(span, "`" + crd.kind() + "` is not a valid kind")
              .withHelp("use letters and digits only, a letter first"));
    } else if (crd.kind().length() > MAX_KIND) {
      found.add(
          name(span, "the kind is longer than " + MAX_KIND + " characters")
              .withHelp(
                  "with `List` behind it, it is a name too, and names have at most 63 characters"));
    }
  }

  private void plural() {
    Span span = definition.plural().orElse(definition.kind()).span();
    if (!DnsNames.isLabel(crd.plural())) {
      Diagnostic invalid = name(span, "the plural `" + crd.plural() + "` is not a valid name");
      found.add(
          definition.plural().isPresent()
              ? invalid.withHelp(
                  "use at most 63 lower-case letters, digits and `-`, a letter first")
              : invalid.withHelp("give the plural in `schema.plural`, or choose another kind"));
    } else if (TAKEN.contains(crd.name())) {
      found.add(
          name(span, "`" + crd.name() + "` is the API that defines groups")
              .withHelp("choose another kind, or another group"));
    }
  }

  private void version() {
    MappedText version = definition.apiVersion();
    if (!DnsNames.isLabel(version.value())) {
      found.add(
          name(version.span(), "`" + version + "` is not a valid version")
              .withHelp("use at most 63 characters, such as `v1alpha1`"));
    }
  }

  private void group() {
    Span span = definition.group().span();
    if (!DnsNames.isSubdomain(crd.group())) {
      found.add(
          name(span, "the group `" + crd.group() + "` is not a domain name")
              .withHelp("use lower-case letters, digits, `-` and `.`, as in `example.com`"));
    } else if (!crd.group().contains(".")) {
      found.add(
          name(span, "the group `" + crd.group() + "` has no dot")
              .withHelp("use a domain that is yours, such as `platform.example.com`"));
    } else if (crd.name().length() > DnsNames.MAX_SUBDOMAIN) {
      found.add(
          name(span, "`" + crd.name() + "` is longer than the name of a CRD may be")
              .withHelp("use a shorter group or kind"));
    } else if (isProtected() && !isApproved()) {
      found.add(
          name(span, "the group `" + crd.group() + "` belongs to Kubernetes")
              .withHelp(
                  "use a group of your own, or the annotation `"
                      + APPROVED
                      + ": unapproved` with a reason"));
    }
  }

  private boolean isProtected() {
    return ("." + crd.group()).endsWith(".k8s.io")
        || ("." + crd.group()).endsWith(".kubernetes.io");
  }

  private boolean isApproved() {
    String approval = definition.annotations().getOrDefault(APPROVED, "");
    if (approval.startsWith("unapproved")) {
      return true;
    }
    try {
      URI uri = new URI(approval);
      return uri.getScheme() != null && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void label(String what, MappedText name) {
    if (!DnsNames.isLabel(name.value())) {
      found.add(
          name(name.span(), "the " + what + " `" + name + "` is not a valid name")
              .withHelp("use at most 63 lower-case letters, digits and `-`, a letter first"));
    }
  }

  private static Diagnostic name(Span span, String message) {
    return Diagnostic.of(DiagnosticId.CRD_NAME, span, message);
  }
}
