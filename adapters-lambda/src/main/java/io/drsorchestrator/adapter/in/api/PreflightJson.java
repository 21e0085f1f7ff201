package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.Words;
import io.drsorchestrator.application.create.PlanRefusal.PlanNotFound;
import io.drsorchestrator.application.create.PreflightReport;
import io.drsorchestrator.application.create.Slowdown;
import io.drsorchestrator.application.create.StartRefusal;
import io.vavr.control.Option;

/** What a start of a plan would meet: each stop is the body of the start's own refusal. */
public final class PreflightJson {

  private PreflightJson() {}

  /** Of a plan that there is; of any other, what a start answers. */
  public static ObjectNode answer(PreflightReport report) {
    return unknownPlan(report)
        .map(StartRefusals::answer)
        .getOrElse(() -> ApiResponse.of(200, body(report)));
  }

  /** The same for a direct caller: a success is a plain object (contract 4). */
  public static ObjectNode direct(PreflightReport report) {
    return unknownPlan(report)
        .map(StartRefusals::answer)
        .getOrElse(
            () -> {
              var json = JsonNodeFactory.instance.objectNode().put("statusCode", 200);
              return json.<ObjectNode>setAll(body(report));
            });
  }

  private static Option<StartRefusal> unknownPlan(PreflightReport report) {
    return report.stops().find(PlanNotFound.class::isInstance);
  }

  private static ObjectNode body(PreflightReport report) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("planId", report.command().plan().value())
            .put("planName", report.planName().getOrNull())
            .put("executionType", report.command().type().name())
            .put("verdict", report.verdict().name())
            .put("checkedAt", report.checkedAt().getEpochSecond());
    var stops = body.putArray("stops");
    report.stops().map(PreflightJson::stop).forEach(stops::add);
    var warnings = body.putArray("warnings");
    report.warnings().map(Words::harmless).forEach(warnings::add);
    var slowdowns = body.putArray("slowdowns");
    report.slowdowns().map(PreflightJson::slowdown).forEach(slowdowns::add);
    PreflightFactsJson.add(report.facts(), body);
    return body;
  }

  private static ObjectNode stop(StartRefusal refusal) {
    var stop = StartRefusals.body(refusal);
    return stop.put("message", Words.harmless(stop.path("message").asText()));
  }

  private static ObjectNode slowdown(Slowdown slowdown) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", slowdown.kind().name())
        .put("message", Words.harmless(slowdown.message()));
  }
}
