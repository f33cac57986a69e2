package io.kro4j.compiler.crd.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdComparisonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The field {@code spec.f} before and after, and the changes: path suffix and rule. */
  private record FieldCase(String before, String after, String... changes) {}

  /** A field of the CRD before and after, and the changes: path and rule. */
  private record CrdCase(String before, String after, String... changes) {}

  static Stream<FieldCase> fields() {
    return Stream.of(
        new FieldCase("{'type':'string'}", "{'type':'string'}"),
        new FieldCase("{'type':'integer','minimum':1}", "{'type':'integer','minimum':1.0}"),
        new FieldCase("{'type':'string'}", "{'type':'integer','minimum':1}", " type-changed"),
        new FieldCase(
            "{'type':'string'}", "{'type':'string','description':'x'}", " description-changed"),
        new FieldCase(
            "{'type':'string','default':'a'}",
            "{'type':'string','default':'b'}",
            " default-changed"),
        new FieldCase("{'type':'string'}", "{'type':'string','pattern':'a'}", " pattern-added"),
        new FieldCase(
            "{'type':'string','pattern':'a'}",
            "{'type':'string','pattern':'b'}",
            " pattern-changed"),
        new FieldCase("{'type':'string','pattern':'a'}", "{'type':'string'}", " pattern-removed"),
        new FieldCase("{'type':'string'}", "{'type':'string','format':'byte'}", " format-changed"),
        new FieldCase("{'type':'string','format':'byte'}", "{'type':'string'}", " format-removed"),
        new FieldCase("{'type':'string'}", "{'type':'string','enum':['a']}", " enum-added"),
        new FieldCase("{'type':'string','enum':['a']}", "{'type':'string'}", " enum-removed"),
        new FieldCase(
            "{'enum':['a','b'],'type':'string'}",
            "{'enum':['a','c'],'type':'string'}",
            " enum-value-removed",
            " enum-value-added"),
        new FieldCase("{'type':'integer'}", "{'type':'integer','minimum':1}", " limit-added"),
        new FieldCase(
            "{'type':'integer','minimum':1}", "{'type':'integer','minimum':2}", " limit-tightened"),
        new FieldCase(
            "{'type':'integer','minimum':2}", "{'type':'integer','minimum':1}", " limit-relaxed"),
        new FieldCase(
            "{'type':'integer','maximum':2}", "{'type':'integer','maximum':1}", " limit-tightened"),
        new FieldCase(
            "{'type':'integer','maximum':1}", "{'type':'integer','maximum':2}", " limit-relaxed"),
        new FieldCase("{'type':'string','maxLength':1}", "{'type':'string'}", " limit-removed"),
        new FieldCase(
            "{'type':'array'}", "{'type':'array','items':{'type':'string'}}", "[] items-added"),
        new FieldCase(
            "{'type':'array','items':{'type':'string'}}", "{'type':'array'}", "[] items-removed"),
        new FieldCase(
            "{'type':'array','items':{'type':'string'}}",
            "{'type':'array','items':{'type':'integer'}}",
            "[] type-changed"),
        new FieldCase(
            "{'type':'object'}",
            "{'type':'object','additionalProperties':{'type':'string'}}",
            ".* map-values-added"),
        new FieldCase(
            "{'type':'object','additionalProperties':{'type':'string'}}",
            "{'type':'object'}",
            ".* map-values-removed"),
        new FieldCase(
            "{'type':'object','additionalProperties':{'type':'string'}}",
            "{'type':'object','additionalProperties':{'type':'string','minLength':1}}",
            ".* limit-added"),
        new FieldCase(
            "{'type':'object','x-kubernetes-preserve-unknown-fields':true}",
            "{'type':'object'}",
            " unknown-fields-pruned"),
        new FieldCase(
            "{'type':'object'}",
            "{'type':'object','x-kubernetes-preserve-unknown-fields':true}",
            " unknown-fields-kept"),
        new FieldCase("{'type':'string','nullable':true}", "{'type':'string'}", " null-forbidden"),
        new FieldCase("{'type':'string'}", "{'type':'string','nullable':true}", " null-allowed"),
        new FieldCase(
            "{'type':'array'}",
            "{'type':'array','x-kubernetes-list-type':'set'}",
            " list-type-changed"),
        new FieldCase(
            "{'type':'string'}",
            "{'type':'string','x-kubernetes-validations':[{'rule':'a'}]}",
            " validation-added"),
        new FieldCase(
            "{'type':'string','x-kubernetes-validations':[{'rule':'a'}]}",
            "{'type':'string'}",
            " validation-removed"),
        new FieldCase(
            "{'type':'string','x-kubernetes-validations':[{'rule':'a','message':'x'}]}",
            "{'type':'string','x-kubernetes-validations':[{'rule':'a','message':'y'}]}",
            " validation-reworded"),
        new FieldCase(
            "{'type':'integer'}", "{'type':'integer','multipleOf':2}", " keyword-changed"),
        new FieldCase(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object'}",
            ".a property-removed"),
        new FieldCase(
            "{'type':'object'}",
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            ".a property-added"),
        new FieldCase(
            "{'type':'object'}",
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}",
            ".a required-property-added"),
        new FieldCase(
            "{'type':'object'}",
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string','default':'x'}}}",
            ".a property-added"),
        new FieldCase(
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}",
            ".a required-added"),
        new FieldCase(
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}",
            "{'type':'object','properties':{'a':{'type':'string'}}}",
            ".a required-removed"),
        new FieldCase(
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string','default':'x'}}}",
            "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}",
            ".a default-changed",
            ".a required-default-removed"));
  }

  static Stream<CrdCase> crds() {
    return Stream.of(
        new CrdCase("'group':'a.b'", "'group':'c.d'", "group group-changed"),
        new CrdCase("'scope':'Cluster'", "'scope':'Namespaced'", "scope scope-changed"),
        new CrdCase("'names':{'kind':'A'}", "'names':{'kind':'B'}", "names.kind kind-changed"),
        new CrdCase(
            "'names':{'plural':'a'}", "'names':{'plural':'b'}", "names.plural plural-changed"),
        new CrdCase(
            "'names':{'shortNames':[]}",
            "'names':{'shortNames':['b']}",
            "names.shortNames names-changed"),
        new CrdCase("'names':{'categories':[]}", "'names':{}"),
        new CrdCase(
            "'versions':[{'name':'v1'}]",
            "'versions':[{'name':'v2'}]",
            "versions.v1 version-removed",
            "versions.v2 version-added"),
        new CrdCase(
            "'versions':[{'name':'v1','served':true}]",
            "'versions':[{'name':'v1'}]",
            "versions.v1 serving-stopped"),
        new CrdCase(
            "'versions':[{'name':'v1'}]",
            "'versions':[{'name':'v1','served':true}]",
            "versions.v1 serving-started"),
        new CrdCase(
            "'versions':[{'name':'v1'}]",
            "'versions':[{'name':'v1','storage':true}]",
            "versions.v1 storage-changed"),
        new CrdCase(
            "'versions':[{'name':'v1','subresources':{'status':{}}}]",
            "'versions':[{'name':'v1'}]",
            "versions.v1.status subresource-removed"),
        new CrdCase(
            "'versions':[{'name':'v1'}]",
            "'versions':[{'name':'v1','subresources':{'status':{}}}]",
            "versions.v1.status subresource-added"),
        new CrdCase(
            "'versions':[{'name':'v1','additionalPrinterColumns':[{'name':'a'}]}]",
            "'versions':[{'name':'v1'}]",
            "versions.v1.additionalPrinterColumns printer-columns-changed"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void findsChangesOfAField(FieldCase given) {
    List<CrdChange> changes =
        CrdComparison.compare(crdWithField(given.before), crdWithField(given.after));

    assertThat(changes)
        .extracting(change -> change.path() + " " + change.rule().code())
        .containsExactly(
            Arrays.stream(given.changes).map(c -> "spec.f" + c).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("crds")
  void findsChangesOfTheCrd(CrdCase given) {
    List<CrdChange> changes =
        CrdComparison.compare(
            json("{'spec':{" + given.before + "}}"), json("{'spec':{" + given.after + "}}"));

    assertThat(changes)
        .extracting(change -> change.path() + " " + change.rule().code())
        .containsExactly(given.changes);
  }

  @Test
  void findsNewMetadataAndLeavesThatOfTheClusterAlone() {
    List<CrdChange> changes =
        CrdComparison.compare(
            json("{'metadata':{'labels':{'a':'1','tool':'x'},'annotations':{'b':'1'}}}"),
            json("{'metadata':{'labels':{'a':'2'},'annotations':{'b':'1','c':'1'}}}"));

    assertThat(changes)
        .extracting(change -> change.path() + " " + change.rule().code())
        .containsExactly("labels.a label-changed", "annotations.c annotation-changed");
  }

  @Test
  void everyRuleHasACase() {
    Set<String> covered =
        Stream.concat(
                fields().flatMap(c -> Arrays.stream(c.changes)),
                crds().flatMap(c -> Arrays.stream(c.changes)))
            .map(change -> change.substring(change.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    covered.addAll(List.of("label-changed", "annotation-changed"));

    assertThat(EnumSet.allOf(ChangeRule.class))
        .allSatisfy(rule -> assertThat(covered).contains(rule.code()));
  }

  @Test
  void classifiesWhatUpstreamComparesAsUpstreamDoes() {
    Set<ChangeRule> harmless =
        EnumSet.of(
            ChangeRule.PROPERTY_ADDED,
            ChangeRule.DESCRIPTION_CHANGED,
            ChangeRule.DEFAULT_CHANGED,
            ChangeRule.REQUIRED_REMOVED,
            ChangeRule.ENUM_VALUE_ADDED,
            ChangeRule.PATTERN_REMOVED,
            ChangeRule.LIMIT_REMOVED,
            ChangeRule.LIMIT_RELAXED,
            ChangeRule.ITEMS_ADDED);
    Set<ChangeRule> breaking =
        EnumSet.of(
            ChangeRule.PROPERTY_REMOVED,
            ChangeRule.REQUIRED_PROPERTY_ADDED,
            ChangeRule.TYPE_CHANGED,
            ChangeRule.REQUIRED_ADDED,
            ChangeRule.ENUM_VALUE_REMOVED,
            ChangeRule.PATTERN_ADDED,
            ChangeRule.PATTERN_CHANGED,
            ChangeRule.REQUIRED_DEFAULT_REMOVED,
            ChangeRule.LIMIT_ADDED,
            ChangeRule.LIMIT_TIGHTENED,
            ChangeRule.ITEMS_REMOVED,
            ChangeRule.SERVING_STOPPED,
            ChangeRule.SUBRESOURCE_REMOVED,
            ChangeRule.VERSION_REMOVED);

    assertThat(harmless).noneMatch(ChangeRule::breaking);
    assertThat(breaking).allMatch(ChangeRule::breaking);
  }

  @Test
  void saysWhatABreakingAdditionIs() {
    List<CrdChange> changes =
        CrdComparison.compare(
            crdWithField("{'type':'object'}"),
            crdWithField(
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}}"));

    assertThat(changes.get(0).breaking()).isTrue();
    assertThat(changes.get(0).message())
        .isEqualTo("`spec.f.a`: a required field without a default was added");
  }

  @Test
  void summarisesThreeBreakingChanges() {
    String many =
        "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'string'},"
            + "'c':{'type':'string'},'d':{'type':'string'},'e':{'type':'string'}}}";

    List<CrdChange> changes =
        CrdComparison.compare(
            crdWithField(many), crdWithField("{'type':'object','description':'x'}"));

    assertThat(CrdComparison.summary(changes))
        .isEqualTo(
            "`spec.f.a`: the field was removed; `spec.f.b`: the field was removed;"
                + " `spec.f.c`: the field was removed; and 2 more changes");
    assertThat(CrdComparison.summary(List.of())).isEmpty();
  }

  private static Map<String, Object> crdWithField(String schema) {
    return json(
        "{'spec':{'versions':[{'name':'v1','schema':{'openAPIV3Schema':{'type':'object','properties':"
            + "{'spec':{'type':'object','properties':{'f':"
            + schema
            + "}}}}}}]}}");
  }

  private static Map<String, Object> json(String text) {
    try {
      return JSON.readValue(text.replace('\'', '"'), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
