package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.util.Map;

/** TagResource and ListTagsForResource. */
final class Tagging {

  static final String PATH = "/tags/";

  private Tagging() {}

  static ObjectNode tag(RegionalDrs drs, DrsRequest request) {
    existing(drs, arn(request));
    drs.tags().merge(arn(request), request.textMap("tags"));
    return Json.object();
  }

  static ObjectNode list(RegionalDrs drs, DrsRequest request) {
    ObjectNode answer = Json.object();
    answer.set("tags", Json.texts(existing(drs, arn(request))));
    return answer;
  }

  private static String arn(DrsRequest request) {
    return request.path().substring(PATH.length());
  }

  private static Map<String, String> existing(RegionalDrs drs, String arn) {
    return drs.tags()
        .find(arn)
        .orElseThrow(() -> DrsErrors.notFound("Resource", arn).toException());
  }
}
