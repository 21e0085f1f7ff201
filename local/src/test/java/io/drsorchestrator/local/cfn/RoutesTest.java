package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The API that is deployed: the routes of the contract, all of them to the alias. */
final class RoutesTest {

  /** Contract 3.1, typed from there. */
  private static final Set<String> CONTRACT =
      Set.of(
          "GET /executions",
          "POST /executions",
          "DELETE /executions",
          "POST /executions/delete",
          "GET /executions/{id}",
          "POST /executions/{id}/cancel",
          "POST /executions/{id}/pause",
          "POST /executions/{id}/resume",
          "POST /executions/{id}/terminate-instances",
          "GET /executions/{id}/recovery-instances",
          "GET /executions/{id}/job-logs",
          "GET /executions/{id}/report",
          "GET /executions/{id}/termination-status");

  private static final Set<String> OF_DATA_MANAGEMENT =
      Set.of(
          "POST /recovery-plans/{id}/execute",
          "POST /recovery-plans/{id}/preflight",
          "GET /recovery-plans/{id}/check-existing-instances");

  private static final String ALIAS =
      "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
          + Deployed.HANDLER
          + "/invocations";

  private static final Deployed DEPLOYED = Deployed.full();

  /** The methods by route. */
  private static Map<String, Resource> methods(Deployed deployed) {
    var resources =
        deployed.ofType("AWS::ApiGateway::Resource").stream()
            .collect(Collectors.toMap(Resource::name, resource -> resource));
    var methods = new TreeMap<String, Resource>();
    for (var method : deployed.ofType("AWS::ApiGateway::Method")) {
      var route = method.text("HttpMethod") + " " + path(method.text("ResourceId"), resources);
      assertThat(methods.put(route, method)).as(route).isNull();
    }
    return methods;
  }

  private static Resource method(Map<String, Resource> methods, String route) {
    return Objects.requireNonNull(methods.get(route), route);
  }

  private static String path(String id, Map<String, Resource> resources) {
    var resource = resources.get(id);
    return resource == null
        ? ""
        : path(resource.text("ParentId"), resources) + "/" + resource.text("PathPart");
  }

  private static Set<String> withoutOptions(Set<String> routes) {
    return routes.stream()
        .filter(route -> !route.startsWith("OPTIONS"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void these_are_the_routes() {
    var all = new TreeSet<>(CONTRACT);
    all.addAll(OF_DATA_MANAGEMENT);

    assertThat(withoutOptions(methods(DEPLOYED).keySet())).isEqualTo(all);
    assertThat(
            withoutOptions(methods(Deployed.full(Map.of("RecoveryPlanRoutes", "false"))).keySet()))
        .isEqualTo(new TreeSet<>(CONTRACT));
  }

  @Test
  void every_route_needs_a_signed_in_user_and_goes_to_the_alias() {
    methods(DEPLOYED)
        .forEach(
            (route, method) -> {
              if (route.startsWith("OPTIONS")) {
                return;
              }
              assertThat(method.text("AuthorizationType"))
                  .as(route)
                  .isEqualTo("COGNITO_USER_POOLS");
              assertThat(method.text("AuthorizerId")).as(route).isEqualTo("Authorizer");
              var integration = method.property("Integration");
              assertThat(integration.path("Type").asText()).as(route).isEqualTo("AWS_PROXY");
              assertThat(integration.path("IntegrationHttpMethod").asText()).isEqualTo("POST");
              assertThat(integration.path("Uri").asText()).as(route).isEqualTo(ALIAS);
              assertThat(method.property("RequestParameters").has("method.request.path.id"))
                  .as(route)
                  .isEqualTo(route.contains("{id}"));
            });
  }

  @Test
  void a_browser_may_ask_before_every_route() {
    var methods = methods(DEPLOYED);

    for (var route : withoutOptions(methods.keySet())) {
      var options = method(methods, "OPTIONS " + route.split(" ", 2)[1]);
      assertThat(options.text("AuthorizationType")).isEqualTo("NONE");
      assertThat(options.property("Integration").path("Type").asText()).isEqualTo("MOCK");
      assertThat(options.properties().toString()).contains("'GET,POST,PUT,DELETE,OPTIONS'");
    }
  }

  @Test
  void the_api_may_call_the_alias_by_each_route() {
    var allowed =
        DEPLOYED.ofType("AWS::Lambda::Permission").stream()
            .filter(p -> p.text("Principal").equals("apigateway.amazonaws.com"))
            .filter(p -> p.stack().equals("api-gateway-methods-stack.yaml"))
            .toList();

    assertThat(allowed).allMatch(p -> p.text("FunctionName").equals(Deployed.HANDLER));
    for (var route : withoutOptions(methods(DEPLOYED).keySet())) {
      var called = Physical.arn("execute-api", "Api/prod/" + route.replace(" ", ""));
      assertThat(allowed)
          .as(route)
          .anyMatch(p -> called.matches(p.text("SourceArn").replace("*", ".*")));
    }
  }

  @Test
  void no_request_is_traced_with_its_headers() {
    var settings = DEPLOYED.named("Stage").property("MethodSettings").path(0);

    assertThat(settings.path("DataTraceEnabled").asBoolean(true)).isFalse();
    assertThat(settings.path("ThrottlingRateLimit").asInt()).isEqualTo(1000);
    assertThat(settings.path("ThrottlingBurstLimit").asInt()).isEqualTo(2000);
    assertThat(DEPLOYED.named("Stage").property("AccessLogSetting").path("Format").asText())
        .doesNotContain("header", "Authorization");
  }

  @Test
  void errors_of_the_gateway_look_like_the_handlers() {
    assertThat(DEPLOYED.ofType("AWS::ApiGateway::GatewayResponse"))
        .extracting(response -> response.text("ResponseType"))
        .contains("DEFAULT_4XX", "DEFAULT_5XX", "UNAUTHORIZED", "ACCESS_DENIED");
    assertThat(DEPLOYED.ofType("AWS::ApiGateway::GatewayResponse"))
        .allSatisfy(
            response -> {
              assertThat(response.property("ResponseTemplates").path("application/json").asText())
                  .contains("\"error\":", "\"message\":");
              assertThat(response.property("ResponseParameters").toString())
                  .contains("Access-Control-Allow-Origin", "Access-Control-Allow-Headers");
            });
  }

  /**
   * What the OpenAPI file says of a request, the gateway checks; it is the same file that tests
   * use.
   */
  @Test
  void requests_are_checked_as_the_openapi_file_says() {
    var paths = CfnYaml.read(Template.FOLDER.resolve("openapi.yaml")).path("paths");
    var described = new TreeSet<String>();
    var methods = methods(DEPLOYED);

    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (operation.getKey().equals("parameters")) {
                            return;
                          }
                          var route =
                              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                          described.add(route);
                          checked(route, operation.getValue(), method(methods, route));
                        }));
    assertThat(described).isEqualTo(withoutOptions(methods.keySet()));
  }

  private static void checked(String route, JsonNode operation, Resource method) {
    var hasBody = operation.path("requestBody").path("required").asBoolean();
    assertThat(method.text("RequestValidatorId"))
        .as(route)
        .isEqualTo(hasBody ? "ParametersAndBody" : "ParametersOnly");
    assertThat(method.property("RequestModels").has("application/json"))
        .as(route)
        .isEqualTo(hasBody);
  }

  @Test
  void the_deployment_is_taken_anew_when_a_method_changes() {
    assertThat(List.of(DEPLOYED.named("Stage").text("DeploymentId")))
        .as("deploy.sh puts a hash here: .ci/templates/check changes a method and looks")
        .containsExactly("ApiDeploymentREVISION");
  }
}
