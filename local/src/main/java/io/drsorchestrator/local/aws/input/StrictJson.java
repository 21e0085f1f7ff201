package io.drsorchestrator.local.aws.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The entrance to strict reading: texts that must be JSON, without duplicate fields. */
public final class StrictJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /** The object that {@code text} is. */
  public static StrictObject object(String text) {
    return new StrictObject("", read(text));
  }

  /** The list of objects, called {@code name} in complaints, that {@code text} is. */
  public static List<StrictObject> objects(String name, String text) {
    return objects(name, read(text));
  }

  static List<StrictObject> objects(String path, JsonNode list) {
    if (!list.isArray()) {
      throw new InvalidInputException(path, list.toString(), "a list of objects");
    }
    List<StrictObject> objects = new ArrayList<>();
    for (JsonNode item : list) {
      objects.add(new StrictObject(path + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "?" : "" + e.getLocation().getLineNr();
      throw new InvalidInputException("line " + line, e.getOriginalMessage(), "valid JSON");
    }
  }
}
