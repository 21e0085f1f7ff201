package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.api.Page;
import java.util.List;
import java.util.function.Function;

/** The common form of lists: a page of items and the token of the next. */
final class Listing {

  private Listing() {}

  static <T> ObjectNode answer(
      List<T> all,
      Function<T, String> key,
      Function<T, JsonNode> json,
      RegionalDrs drs,
      DrsRequest request) {
    String scope = request.path() + drs.location() + request.inner("filters").body();
    int size = request.maxResults(drs.settings().pageSize());
    Page<T> page = Page.of(all, key, scope, request.text("nextToken"), size);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(item -> items.add(json.apply(item)));
    page.nextToken().ifPresent(token -> answer.put("nextToken", token));
    return answer;
  }

  /** Whether {@code id} is asked for: an empty filter asks for everything. */
  static boolean wanted(List<String> filter, String id) {
    return filter.isEmpty() || filter.contains(id);
  }
}
