package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as HTTP has it.
 *
 * @param verb what it asks for
 * @param type the type it is about, or null
 * @param path the path
 * @param isOfStatus whether it is about the subresource {@code status}
 * @param parameters the query, not yet encoded
 * @param headers further headers
 * @param mediaType of the body, or empty if there is none
 * @param body the body, or empty
 */
record ApiRequest(
    Verb verb,
    @Nullable ApiType type,
    String path,
    boolean isOfStatus,
    Map<String, String> parameters,
    Map<String, String> headers,
    String mediaType,
    String body) {

  private static final String JSON = "application/json";

  /** About one object. */
  static ApiRequest of(Verb verb, ObjectRef ref) {
    String path = collection(ref.type(), ref.namespace()) + "/" + encode(ref.name());
    return new ApiRequest(verb, ref.type(), path, false, Map.of(), accepting(JSON), "", "");
  }

  /** About all objects of a type, in a namespace or, with null, in the cluster. */
  static ApiRequest of(Verb verb, ApiType type, @Nullable String namespace) {
    String path = collection(type, namespace);
    return new ApiRequest(verb, type, path, false, Map.of(), accepting(JSON), "", "");
  }

  /** A document. */
  static ApiRequest document(String path) {
    return new ApiRequest(Verb.GET, null, path, false, Map.of(), accepting(JSON), "", "");
  }

  ApiRequest toStatus() {
    return new ApiRequest(verb, type, path + "/status", true, parameters, headers, mediaType, body);
  }

  ApiRequest with(String parameter, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new ApiRequest(verb, type, path, isOfStatus, more, headers, mediaType, body);
  }

  ApiRequest withHeader(String header, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiRequest(verb, type, path, isOfStatus, parameters, more, mediaType, body);
  }

  ApiRequest with(String bodyType, Object json) {
    String text = new String(Json.write(json), StandardCharsets.UTF_8);
    return new ApiRequest(verb, type, path, isOfStatus, parameters, headers, bodyType, text);
  }

  String method() {
    return switch (verb) {
      case GET, LIST, WATCH -> "GET";
      case CREATE -> "POST";
      case APPLY, PATCH -> "PATCH";
      case DELETE -> "DELETE";
    };
  }

  /** Path and query. */
  String target() {
    if (parameters.isEmpty()) {
      return path;
    }
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String collection(ApiType type, @Nullable String namespace) {
    GroupVersionKind gvk = type.gvk();
    String root = (gvk.group().isEmpty() ? "/api/" : "/apis/") + gvk.apiVersion();
    String within = namespace == null ? "" : "/namespaces/" + encode(namespace);
    return root + within + "/" + type.plural();
  }

  private static Map<String, String> accepting(String mediaType) {
    return Map.of("Accept", mediaType);
  }

  private static String encode(String text) {
    // Form encoding writes a space as a plus, which a path would keep.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
