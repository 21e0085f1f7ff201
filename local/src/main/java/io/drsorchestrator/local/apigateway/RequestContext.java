package io.drsorchestrator.local.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.http.HttpRequest;
import java.time.Instant;

/**
 * What API Gateway tells of a request beside the request, as if its authorizer had let a user of
 * Cognito in.
 *
 * @param user who sits at this machine
 */
record RequestContext(String account, String stage, String user) {

  ObjectNode of(HttpRequest request, ApiResource resource, String requestId, Instant now) {
    var context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", account).put("apiId", "local").put("stage", stage);
    context.put("httpMethod", request.method()).put("resourcePath", resource.template());
    context.put("path", "/" + stage + request.sent().path());
    context.put("protocol", request.sent().protocol());
    context.put("domainName", request.header("Host").orElse("127.0.0.1"));
    context.put("requestId", requestId).put("requestTimeEpoch", now.toEpochMilli());
    context.set("authorizer", claims());
    identity(context.putObject("identity"), request);
    return context;
  }

  private ObjectNode claims() {
    var authorizer = JsonNodeFactory.instance.objectNode();
    authorizer
        .putObject("claims")
        .put("sub", "local")
        .put("cognito:username", user)
        .put("email", user + "@localhost")
        .put("cognito:groups", "DRSOrchestrationAdmin");
    return authorizer;
  }

  private static void identity(ObjectNode identity, HttpRequest request) {
    identity.put("sourceIp", "127.0.0.1");
    identity.put("userAgent", request.header("User-Agent").orElse(null));
    identity.putNull("userArn").putNull("user").putNull("accountId").putNull("caller");
  }
}
