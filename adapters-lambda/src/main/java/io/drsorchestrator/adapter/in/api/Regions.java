package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.TextNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import java.util.regex.Pattern;

/** AWS Regions in query parameters: they become a part of a host name. */
final class Regions {

  private static final Pattern FORMAT = Pattern.compile("[a-z]{2}(-[a-z]{1,20}){1,3}-\\d");

  private Regions() {}

  static String valid(String given) {
    if (!FORMAT.matcher(given).matches()) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "region is %s, allowed is an AWS Region such as us-east-1"
              .formatted(Payload.shown(TextNode.valueOf(given))));
    }
    return given;
  }
}
