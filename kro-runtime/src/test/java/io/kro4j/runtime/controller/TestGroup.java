package io.kro4j.runtime.controller;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A small live group for tests: its instances have a field {@code spec.size} and own one ConfigMap.
 * What may differ is what the tests change.
 *
 * @param kind {@code ResourceGroup} or {@code ResourceGraphDefinition}
 * @param name the name of the group
 * @param api the kind of its instances
 * @param field what {@code spec.size} is, in SimpleSchema
 * @param schema more fields of {@code spec.schema}, as lines of YAML flow style
 * @param value the expression in the ConfigMap
 * @param annotations annotations of the group, as YAML flow style
 */
public record TestGroup(
    String kind,
    String name,
    String api,
    String field,
    String schema,
    String value,
    String annotations) {

  /** A group of a name; the kind of its instances is derived from it. */
  public static TestGroup of(String name) {
    StringBuilder api = new StringBuilder();
    for (String word : name.split("-")) {
      api.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return new TestGroup(
        "ResourceGroup",
        name,
        api.toString(),
        "integer | default=1",
        "{}",
        "${string(schema.spec.size)}",
        "{}");
  }

  public TestGroup ofKind(String changed) {
    return new TestGroup(changed, name, api, field, schema, value, annotations);
  }

  public TestGroup withApi(String changed) {
    return new TestGroup(kind, name, changed, field, schema, value, annotations);
  }

  public TestGroup withField(String changed) {
    return new TestGroup(kind, name, api, changed, schema, value, annotations);
  }

  public TestGroup withSchema(String changed) {
    return new TestGroup(kind, name, api, field, changed, value, annotations);
  }

  public TestGroup withValue(String changed) {
    return new TestGroup(kind, name, api, field, schema, changed, annotations);
  }

  public TestGroup withAnnotations(String changed) {
    return new TestGroup(kind, name, api, field, schema, value, changed);
  }

  /** The group as YAML. */
  public String yaml() {
    return """
        apiVersion: kro.run/v1alpha1
        kind: %1$s
        metadata: {name: %2$s, annotations: %7$s}
        spec:
          schema:
            apiVersion: v1alpha1
            kind: %3$s
            group: test.example.com
            spec: {size: '%4$s'}
            status: {name: "${config.metadata.name}"}
            %5$s
          resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {size: '%6$s'}
        """
        .formatted(
            kind,
            name,
            api,
            field,
            schema.equals("{}") ? "metadata: {}" : schema,
            value,
            annotations);
  }

  public ObjectRef ref() {
    return ObjectRef.of("kro.run/v1alpha1", kind, name);
  }

  public ObjectRef crd() {
    return ObjectRef.of(
        "apiextensions.k8s.io/v1",
        "CustomResourceDefinition",
        api.toLowerCase(Locale.ROOT) + "s.test.example.com");
  }

  public ObjectRef instance(String instance) {
    return new ObjectRef("test.example.com/v1alpha1", api, "default", instance);
  }

  public ObjectRef revision(int number) {
    return ObjectRef.of(
        "internal.kro.run/v1alpha1",
        "GraphRevision",
        name + String.format(Locale.ROOT, "-r%05d", number));
  }

  /** Applies the group. */
  public TestGroup apply(ApiServer server) {
    Response applied = server.apply(yaml(), "test");
    if (!applied.ok()) {
      throw new AssertionError("the API server refuses the group: " + applied);
    }
    return this;
  }

  /** The group as it is. */
  public Response get(ApiServer server) {
    return server.get(ref());
  }

  /** Applies the group and waits until it is ready in this generation. */
  public Response applyReady(ApiServer server) {
    apply(server);
    return awaitReady(server);
  }

  /** Waits until the group is ready in its generation. */
  public Response awaitReady(ApiServer server) {
    return server.waitFor(ref(), TestGroup::isReady);
  }

  /** Makes an instance. */
  public void create(ApiServer server, String instance) {
    Response applied =
        server.apply(
            "{apiVersion: test.example.com/v1alpha1, kind: %s, metadata: {name: %s}, spec: {}}"
                .formatted(api, instance),
            "test");
    if (!applied.ok()) {
      throw new AssertionError("the API server refuses the instance: " + applied);
    }
  }

  /** Whether all conditions of a group hold for its generation. */
  public static boolean isReady(Response response) {
    return response.hasCondition("Ready")
        && conditions(response).stream()
            .allMatch(
                condition ->
                    condition
                        .get("observedGeneration")
                        .equals(response.at("metadata", "generation")));
  }

  /** Whether a condition has a status, a reason and a message that is as asked. */
  public static Predicate<Response> has(
      String type, String status, String reason, Predicate<String> message) {
    return response ->
        conditions(response).stream()
            .anyMatch(
                condition ->
                    type.equals(condition.get("type"))
                        && status.equals(condition.get("status"))
                        && reason.equals(condition.get("reason"))
                        && message.test(String.valueOf(condition.get("message"))));
  }

  /** The message of a condition; empty if there is none. */
  public static String message(Response response, String type) {
    return conditions(response).stream()
        .filter(condition -> type.equals(condition.get("type")))
        .map(condition -> String.valueOf(condition.get("message")))
        .findFirst()
        .orElse("");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> conditions(Response response) {
    return response.at("status", "conditions") instanceof List<?> list
        ? (List<Map<String, Object>>) list
        : List.of();
  }
}
