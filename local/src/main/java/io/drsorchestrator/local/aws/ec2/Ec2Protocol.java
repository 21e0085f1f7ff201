package io.drsorchestrator.local.aws.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.ApiCall;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.InvalidPageTokenException;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.drs.DrsWorld;
import io.drsorchestrator.local.aws.query.QueryParameters;
import io.drsorchestrator.local.aws.query.Xml;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query and XML API of EC2, version 2016-11-15, over the instances and launch templates of a
 * {@link DrsWorld}.
 */
public final class Ec2Protocol implements ApiProtocol {

  /** The signing name. */
  public static final String SERVICE = "ec2";

  private static final String DESCRIBE_INSTANCES = "DescribeInstances";
  private static final String DESCRIBE_TEMPLATE = "DescribeLaunchTemplateVersions";
  private static final String CREATE_TEMPLATE = "CreateLaunchTemplateVersion";
  private static final String MODIFY_TEMPLATE = "ModifyLaunchTemplate";

  private static final String NAMESPACE = " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"";

  private final DescribeInstances describeInstances;
  private final TemplateOperations templates;

  public Ec2Protocol(DrsWorld world, int pageSize) {
    this.describeInstances = new DescribeInstances(world, pageSize);
    this.templates = new TemplateOperations(world);
  }

  /** The operations that are simulated. */
  public static Set<String> operations() {
    return Set.of(DESCRIBE_INSTANCES, DESCRIBE_TEMPLATE, CREATE_TEMPLATE, MODIFY_TEMPLATE);
  }

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public String operation(HttpRequest request) {
    return QueryParameters.of(request).find("Action").orElse("");
  }

  @Override
  public JsonNode perform(ApiCall call, HttpRequest request) {
    QueryParameters parameters = QueryParameters.of(request);
    try {
      return switch (call.operation()) {
        case DESCRIBE_INSTANCES -> describeInstances.answer(call.location(), parameters);
        case DESCRIBE_TEMPLATE -> templates.describe(call.location(), parameters);
        case CREATE_TEMPLATE -> templates.create(call.location(), parameters);
        case MODIFY_TEMPLATE -> templates.modify(call.location(), parameters);
        default -> throw Ec2Errors.unknownAction(call.operation(), operations()).toException();
      };
    } catch (InvalidPageTokenException e) {
      throw Ec2Errors.invalid("nextToken", "is not valid for this request").toException();
    }
  }

  @Override
  public HttpResponse answer(String operation, JsonNode tree, String requestId) {
    ObjectNode all = Json.object().put("requestId", requestId);
    all.setAll((ObjectNode) tree);
    return xml(200, Xml.document(operation + "Response", NAMESPACE, all), Map.of());
  }

  @Override
  public HttpResponse refusal(ApiError error, String requestId) {
    ObjectNode tree = Json.object();
    ObjectNode details = tree.putObject("Errors").putObject("Error");
    details.put("Code", error.code()).put("Message", error.message());
    tree.put("RequestID", requestId);
    Map<String, String> headers = new LinkedHashMap<>();
    error.retryAfterSeconds().ifPresent(it -> headers.put("Retry-After", it.toString()));
    return xml(error.status(), Xml.document("Response", "", tree), headers);
  }

  @Override
  public ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return Ec2Errors.throttled(retryAfterSeconds);
  }

  @Override
  public ApiError error(Optional<String> code) {
    return Ec2Errors.named(code);
  }

  private static HttpResponse xml(int status, String body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "text/xml;charset=UTF-8");
    return new HttpResponse(status, headers, body);
  }
}
