package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.instances.InstanceOperations;
import io.drsorchestrator.application.instances.TerminationRefusal;
import io.drsorchestrator.application.instances.UnknownRegionException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.Function1;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.time.InstantSource;

/** Contract 3.9 to 3.12 and 3.14. */
final class InstanceEndpoints {

  private final InstanceOperations instances;
  private final InstantSource clock;

  InstanceEndpoints(UseCases useCases, InstantSource clock) {
    this.instances = useCases.instances();
    this.clock = clock;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of(
        "GET /executions/{id}/recovery-instances",
        Route.reading(placed(this::list)),
        "POST /executions/{id}/terminate-instances",
        Route.needing(Permission.TERMINATE_INSTANCES, placed(this::terminate)),
        "GET /executions/{id}/termination-status",
        Route.reading(placed(this::watch)),
        "GET /executions/{id}/job-logs",
        Route.reading(this::logs),
        "GET /recovery-plans/{id}/check-existing-instances",
        Route.reading(this::check));
  }

  /** A job that runs nobody knows where is no fault of the caller's, and no retry finds it. */
  private static Function1<ApiRequest, ObjectNode> placed(
      Function1<ApiRequest, ObjectNode> endpoint) {
    return request -> {
      try {
        return endpoint.apply(request);
      } catch (UnknownRegionException e) {
        return ApiResponse.error(409, "REGION_UNKNOWN", String.valueOf(e.getMessage()));
      }
    };
  }

  private ObjectNode list(ApiRequest request) {
    var id = request.executionId();
    return ApiResponse.of(200, InstanceJson.list(id, instances.list().list(id)));
  }

  private ObjectNode terminate(ApiRequest request) {
    var id = request.executionId();
    return instances
        .terminate()
        .terminate(id, request.command(clock.instant()))
        .fold(
            refusal -> refused(id, refusal),
            result -> ApiResponse.of(200, TerminationJson.of(id, result)));
  }

  private static ObjectNode refused(ExecutionId id, TerminationRefusal refusal) {
    return ApiResponse.of(400, TerminationJson.refused(id, refusal));
  }

  private ObjectNode watch(ApiRequest request) {
    var id = request.executionId();
    var jobs = JobIds.list(request);
    var region = request.query("region").map(Regions::valid);
    return instances
        .watch()
        .watch(id, jobs, region, clock.instant())
        .map(progress -> ApiResponse.of(200, TerminationJson.progress(id, progress)))
        .getOrElseThrow(InstanceEndpoints::regionMissing);
  }

  private static InvalidRequestException regionMissing(JobId job) {
    return new InvalidRequestException(
        "INVALID_PARAMETER",
        "region is missing: job %s is not on record of this execution, and its Region is needed"
            .formatted(job));
  }

  private ObjectNode logs(ApiRequest request) {
    var id = request.executionId();
    var logs = instances.logs().read(id, request.query("jobId").map(JobIds::valid));
    return ApiResponse.of(200, JobLogJson.of(id, logs));
  }

  private ObjectNode check(ApiRequest request) {
    var plan = request.planId();
    return instances
        .check()
        .check(plan)
        .fold(
            refusal -> ExistingInstanceJson.refused(plan, refusal),
            existing -> ApiResponse.of(200, ExistingInstanceJson.of(plan, existing)));
  }
}
