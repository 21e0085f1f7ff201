package io.drsorchestrator.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a REST API's Lambda proxy integration tells the function: what is empty is null, of
 * what is repeated the last value stands beside all of them.
 */
final class ProxyEvent {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ProxyEvent() {}

  static ObjectNode of(HttpRequest request, ApiResource resource, ObjectNode context) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("resource", resource.template());
    event.put("path", request.sent().path());
    event.put("httpMethod", request.method());
    add(event, "headers", "multiValueHeaders", request.sent().headers());
    add(event, "queryStringParameters", "multiValueQueryStringParameters", query(request));
    event.set("pathParameters", orNull(resource.parametersOf(request.sent().path())));
    event.putNull("stageVariables");
    event.set("requestContext", context);
    event.put("body", request.body().isEmpty() ? null : request.body());
    return event.put("isBase64Encoded", false);
  }

  private static void add(
      ObjectNode event,
      String single,
      String multiple,
      Collection<Map.Entry<String, String>> pairs) {
    var last = new LinkedHashMap<String, String>();
    var all = new LinkedHashMap<String, List<String>>();
    pairs.forEach(
        pair -> {
          last.put(pair.getKey(), pair.getValue());
          all.computeIfAbsent(pair.getKey(), name -> new ArrayList<>()).add(pair.getValue());
        });
    event.set(single, orNull(last));
    event.set(multiple, orNull(all));
  }

  private static @Nullable JsonNode orNull(Map<String, ?> map) {
    return map.isEmpty() ? null : MAPPER.valueToTree(map);
  }

  private static List<Map.Entry<String, String>> query(HttpRequest request) {
    var pairs = new ArrayList<Map.Entry<String, String>>();
    for (var pair : request.sent().query().split("&", -1)) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        pairs.add(Map.entry(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1])));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
