package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.stepfunctions.StepFunctionsException;
import java.util.List;
import java.util.function.Function;

/** The part of a list that one answer shows. */
record Page(int from, int size) {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST_SIZE = 1000;
  private static final String TOKEN_PREFIX = "next-";

  static Page of(Arguments arguments) {
    int asked = arguments.number("maxResults");
    if (asked < 0 || asked > LARGEST_SIZE) {
      throw new StepFunctionsException(
          "ValidationException", "Value at 'maxResults' must be from 0 to " + LARGEST_SIZE);
    }
    return new Page(
        start(arguments.text("nextToken", TOKEN_PREFIX + 0)), asked == 0 ? DEFAULT_SIZE : asked);
  }

  <T> ObjectNode show(String member, List<T> list, Function<T, ObjectNode> shape) {
    var answer = Json.object();
    var shown = answer.putArray(member);
    int to = Math.min(list.size(), from + size);
    list.subList(Math.min(from, to), to).forEach(element -> shown.add(shape.apply(element)));
    if (to < list.size()) {
      answer.put("nextToken", TOKEN_PREFIX + to);
    }
    return answer;
  }

  private static int start(String token) {
    if (!token.matches(TOKEN_PREFIX + "\\d{1,9}")) {
      throw new StepFunctionsException("InvalidToken", "Invalid Token: '" + token + "'");
    }
    return Integer.parseInt(token.substring(TOKEN_PREFIX.length()));
  }
}
