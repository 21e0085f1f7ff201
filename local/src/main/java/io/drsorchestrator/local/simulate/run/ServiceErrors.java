package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.http.HttpResponse;
import java.util.Map;

/** Throttling and server errors in the words of each service. */
final class ServiceErrors {

  private ServiceErrors() {}

  static HttpResponse throttled(String service) {
    return switch (service) {
      case "drs" -> json(429, "ThrottlingException");
      case "states" -> json(400, "ThrottlingException");
      case "ec2" -> ec2(503, "RequestLimitExceeded");
      default -> query(400, "Throttling");
    };
  }

  static HttpResponse broken(String service) {
    return switch (service) {
      case "drs", "states" -> json(500, "InternalServerException");
      case "ec2" -> ec2(500, "InternalError");
      default -> query(500, "InternalError");
    };
  }

  private static HttpResponse json(int status, String code) {
    return new HttpResponse(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", code),
        "{\"message\":\"simulated\"}");
  }

  private static HttpResponse ec2(int status, String code) {
    return HttpResponse.of(
        status,
        "text/xml",
        "<Response><Errors><Error><Code>%s</Code><Message>simulated</Message></Error></Errors></Response>"
            .formatted(code));
  }

  private static HttpResponse query(int status, String code) {
    return HttpResponse.of(
        status,
        "text/xml",
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>simulated</Message></Error></ErrorResponse>"
            .formatted(code));
  }
}
