package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The input of a DRS operation; what it must not be is refused with a ValidationException. */
record DrsRequest(String path, JsonNode body) {

  static DrsRequest of(HttpRequest request) {
    try {
      String text = request.body().isBlank() ? "{}" : request.body();
      return new DrsRequest(request.path(), Json.parse(text));
    } catch (JsonProcessingException e) {
      throw DrsErrors.unparseable(e.getOriginalMessage()).toException();
    }
  }

  /** The object {@code field}, empty if it is absent. */
  DrsRequest inner(String field) {
    return new DrsRequest(path, body.path(field));
  }

  Optional<String> text(String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() && !isAbsent(value)) {
      throw DrsErrors.invalid(field, "must be a string").toException();
    }
    return Optional.ofNullable(value.textValue());
  }

  Optional<String> oneOf(String field, List<String> allowed) {
    Optional<String> text = text(field);
    if (text.isPresent() && !allowed.contains(text.get())) {
      throw DrsErrors.invalid(field, "must be one of " + allowed).toException();
    }
    return text;
  }

  Optional<Boolean> flag(String field) {
    JsonNode value = body.path(field);
    if (!value.isBoolean() && !isAbsent(value)) {
      throw DrsErrors.invalid(field, "must be true or false").toException();
    }
    return isAbsent(value) ? Optional.empty() : Optional.of(value.booleanValue());
  }

  Optional<Instant> date(String field) {
    try {
      return text(field).map(Instant::parse);
    } catch (DateTimeException e) {
      throw DrsErrors.invalid(field, "must be a date").toException();
    }
  }

  /** The id {@code field}, which must be there. */
  String id(String field, Pattern format) {
    String id = text(field).orElse("");
    if (!format.matcher(id).matches()) {
      throw DrsErrors.invalid(field, "must match " + format).toException();
    }
    return id;
  }

  /** The ids in the list {@code field}, empty if it is absent. */
  List<String> ids(String field, Pattern format, int max) {
    List<String> ids = new ArrayList<>();
    for (JsonNode item : body.path(field)) {
      if (!item.isTextual() || !format.matcher(item.textValue()).matches()) {
        throw DrsErrors.invalid(field, "must match " + format).toException();
      }
      ids.add(item.textValue());
    }
    if (ids.size() > max) {
      throw DrsErrors.invalid(field, "must have at most " + max + " items").toException();
    }
    return ids;
  }

  Map<String, String> textMap(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    body.path(field).properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
    return texts;
  }

  /** How many items the caller wants at most, within {@code pageSize}. */
  int maxResults(int pageSize) {
    JsonNode value = body.path("maxResults");
    if (isAbsent(value)) {
      return pageSize;
    }
    if (!value.isInt() || value.intValue() < 1) {
      throw DrsErrors.invalid("maxResults", "must be at least 1").toException();
    }
    return Math.min(pageSize, value.intValue());
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
