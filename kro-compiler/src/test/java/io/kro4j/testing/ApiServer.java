package io.kro4j.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A thin client of a real API server: JSON objects as maps, every answer as it came.
 *
 * <p>An answer that refuses is a {@link Response}, not an exception. An API server that does not
 * answer is an {@link UncheckedIOException}. Whole numbers are {@code Long}.
 */
public final class ApiServer {

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
  private static final Duration WAIT_LIMIT = Duration.ofSeconds(90);
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
  private static final YAMLMapper YAML = new YAMLMapper();

  /** {@code 299 - "text"}, see RFC 7234, 5.5. */
  private static final Pattern WARNING =
      Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\".*");

  private final URI url;
  private final String token;
  private final HttpClient http;

  ApiServer(URI url, SSLContext tls, String token) {
    this.url = url;
    this.token = token;
    this.http = HttpClient.newBuilder().sslContext(tls).connectTimeout(REQUEST_LIMIT).build();
  }

  /**
   * Server-side apply of one YAML document, with strict field validation and forced ownership. The
   * server gets exactly this text.
   *
   * @throws IllegalArgumentException if the text is not one YAML object, or its kind is not served
   */
  public Response apply(String yaml, String fieldManager) {
    return apply(ObjectRef.of(parse(yaml)), yaml, fieldManager, "");
  }

  /**
   * Server-side apply of an object, with strict field validation and forced ownership.
   *
   * @throws IllegalArgumentException if its kind is not served
   */
  public Response apply(Map<String, Object> object, String fieldManager) {
    try {
      return apply(ObjectRef.of(object), JSON.writeValueAsString(object), fieldManager, "");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + object, e);
    }
  }

  /**
   * What {@link #apply(String, String)} would answer; nothing is stored.
   *
   * @throws IllegalArgumentException if the text is not one YAML object, or its kind is not served
   */
  public Response dryRun(String yaml, String fieldManager) {
    return apply(ObjectRef.of(parse(yaml)), yaml, fieldManager, "&dryRun=All");
  }

  /** Reads one object; status 404 when it is not there. */
  public Response get(ObjectRef object) {
    return request("GET", path(object), "", "");
  }

  /**
   * Reads the objects of a kind; they are the {@code items} of the answer.
   *
   * @param namespace the namespace, or empty for all objects of the kind
   */
  public Response list(String apiVersion, String kind, String namespace) {
    return request("GET", collection(apiVersion, kind, namespace), "", "");
  }

  /**
   * Changes one object by a merge patch.
   *
   * @param subresource such as {@code status}, or empty
   * @param json the change, as JSON
   */
  public Response merge(ObjectRef object, String subresource, String json) {
    String path = subresource.isEmpty() ? path(object) : path(object) + "/" + subresource;
    return request("PATCH", path, "application/merge-patch+json", json);
  }

  /** Asks to delete one object; its dependents are left to the garbage collector. */
  public Response delete(ObjectRef object) {
    return request("DELETE", path(object), "", "");
  }

  /**
   * Gets a bearer token by which a program is this service account, with the rights that RBAC gives
   * to it.
   *
   * @throws AssertionError if there is no such service account
   */
  public String serviceAccountToken(String namespace, String name) {
    ObjectRef account = new ObjectRef("v1", "ServiceAccount", namespace, name);
    Response response =
        request("POST", path(account) + "/token", "application/json", "{\"spec\": {}}");
    if (response.at("status", "token") instanceof String granted) {
      return granted;
    }
    throw new AssertionError("no token for " + account + ": " + response);
  }

  /**
   * Sends any request.
   *
   * @param path path and query, for example {@code /openapi/v3/apis/apps/v1}
   * @param contentType the type of the body, or empty for a request without one
   */
  public Response request(String method, String path, String contentType, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(REQUEST_LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .method(
                method,
                contentType.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    HttpResponse<String> answer = send(request.build());
    return new Response(
        answer.statusCode(),
        parseAnswer(answer.body()),
        answer.headers().allValues("Warning").stream().map(ApiServer::warningText).toList());
  }

  /**
   * Reads an object again and again until what is read meets {@code condition}, and returns that.
   *
   * @param condition gets every answer, also one with status 404
   * @throws AssertionError with the last answer, if that does not happen in time
   */
  public Response waitFor(ObjectRef object, Predicate<Response> condition) {
    return waitFor(object, WAIT_LIMIT, condition);
  }

  /** The same with another limit. */
  public Response waitFor(ObjectRef object, Duration limit, Predicate<Response> condition) {
    Deadline deadline = Deadline.in(limit);
    Response response = get(object);
    while (!condition.test(response)) {
      if (!deadline.pause()) {
        throw new AssertionError(object + " is not as awaited after " + limit + ": " + response);
      }
      response = get(object);
    }
    return response;
  }

  /**
   * Applies a CustomResourceDefinition and waits until its kind is served.
   *
   * @return the answer to the apply
   * @throws AssertionError if it is refused or not established in time
   */
  public Response establish(String crdYaml, String fieldManager) {
    Response applied = apply(crdYaml, fieldManager);
    if (!applied.ok()) {
      throw new AssertionError("the API server refuses the CRD: " + applied);
    }
    waitFor(ObjectRef.of(applied.body()), response -> response.hasCondition("Established"));
    Deadline deadline = Deadline.in(WAIT_LIMIT);
    while (!servesAllVersions(applied)) {
      if (!deadline.pause()) {
        throw new AssertionError("the API server does not serve the CRD: " + applied);
      }
    }
    return applied;
  }

  /** Whether the API server is up and answers requests. */
  boolean ready() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/readyz"))
              .timeout(REQUEST_LIMIT)
              .header("Authorization", "Bearer " + token)
              .build();
      return send(request).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private Response apply(ObjectRef object, String body, String fieldManager, String options) {
    String query = "?force=true&fieldValidation=Strict&fieldManager=" + encode(fieldManager);
    return request("PATCH", path(object) + query + options, "application/apply-patch+yaml", body);
  }

  private boolean servesAllVersions(Response crd) {
    String group = String.valueOf(crd.at("spec", "group"));
    String kind = String.valueOf(crd.at("spec", "names", "kind"));
    return crd.at("spec", "versions") instanceof List<?> versions
        && versions.stream()
            .map(Map.class::cast)
            .filter(version -> Boolean.TRUE.equals(version.get("served")))
            .allMatch(version -> discover(group + "/" + version.get("name"), kind).isPresent());
  }

  private String path(ObjectRef object) {
    boolean namespaced =
        Boolean.TRUE.equals(resource(object.apiVersion(), object.kind()).get("namespaced"));
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return collection(object.apiVersion(), object.kind(), namespaced ? namespace : "")
        + "/"
        + encode(object.name());
  }

  private String collection(String apiVersion, String kind, String namespace) {
    String within = namespace.isEmpty() ? "" : "/namespaces/" + encode(namespace);
    return versionPath(apiVersion) + within + "/" + resource(apiVersion, kind).get("name");
  }

  private Map<?, ?> resource(String apiVersion, String kind) {
    return discover(apiVersion, kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the API server does not serve " + apiVersion + " " + kind));
  }

  /** Asked anew each time: tests define and remove kinds. */
  private Optional<Map<?, ?>> discover(String apiVersion, String kind) {
    Response response = request("GET", versionPath(apiVersion), "", "");
    if (response.at("resources") instanceof List<?> resources) {
      for (Object each : resources) {
        Map<?, ?> resource = (Map<?, ?>) each;
        boolean subresource = resource.get("name").toString().contains("/");
        if (kind.equals(resource.get("kind")) && !subresource) {
          return Optional.of(resource);
        }
      }
    }
    return Optional.empty();
  }

  private static String versionPath(String apiVersion) {
    return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the API server", e);
    }
  }

  /** Some refusals, such as one by the HTTP layer itself, are plain text. */
  private static Map<String, Object> parseAnswer(String body) {
    try {
      return JSON.readValue(body, OBJECT);
    } catch (JsonProcessingException e) {
      return Map.of("message", body);
    }
  }

  private static Map<String, Object> parse(String yaml) {
    try (MappingIterator<Map<String, Object>> documents = YAML.readerFor(OBJECT).readValues(yaml)) {
      Map<String, Object> first = documents.next();
      if (documents.hasNext()) {
        throw new IllegalArgumentException("more than one YAML document:\n" + yaml);
      }
      return first;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a YAML object:\n" + yaml, e);
    }
  }

  private static String warningText(String header) {
    Matcher matcher = WARNING.matcher(header);
    return matcher.matches() ? matcher.group(1).replaceAll("\\\\(.)", "$1") : header;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
