package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.Words;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Who calls, by the claims of the Cognito authorizer; nothing else in a request tells.
 *
 * @param name the e-mail address, else the user name, else the user id, else {@code unknown}
 */
record Caller(String name, Vector<String> groups) {

  static Caller of(JsonNode event) {
    var claims = event.path("requestContext").path("authorizer").path("claims");
    return new Caller(name(claims), groups(claims.path("cognito:groups")));
  }

  private static String name(JsonNode claims) {
    return Vector.of("email", "cognito:username", "sub")
        .flatMap(claim -> Option.of(claims.path(claim).textValue()))
        .map(Words::name)
        .find(value -> !value.isEmpty())
        .getOrElse("unknown");
  }

  /**
   * One text: {@code a,b} from a REST API; {@code [a b]} has been seen as well. Names are taken as
   * they are: a space that was not asked for makes another name.
   */
  private static Vector<String> groups(JsonNode claim) {
    if (claim.isArray()) {
      return Vector.ofAll(claim).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
    var text = Option.of(claim.textValue()).getOrElse("");
    return text.startsWith("[") && text.endsWith("]")
        ? Vector.of(text.substring(1, text.length() - 1).split(",? ", -1))
        : Vector.of(text.split(",", -1));
  }
}
