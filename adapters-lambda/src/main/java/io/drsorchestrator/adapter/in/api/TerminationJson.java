package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.instances.Termination;
import io.drsorchestrator.application.instances.Termination.Failed;
import io.drsorchestrator.application.instances.Termination.Job;
import io.drsorchestrator.application.instances.Termination.Terminated;
import io.drsorchestrator.application.instances.TerminationProgress;
import io.drsorchestrator.application.instances.TerminationProgress.JobProgress;
import io.drsorchestrator.application.instances.TerminationRefusal;
import io.drsorchestrator.application.instances.TerminationRefusal.NotTerminable;
import io.drsorchestrator.domain.execution.ExecutionId;

/** Terminating recovery instances, and how far that is (contract 3.10, 3.11). */
final class TerminationJson {

  private TerminationJson() {}

  static ObjectNode refused(ExecutionId id, TerminationRefusal refusal) {
    return refusal instanceof NotTerminable not
        ? error(id, "INSTANCES_NOT_TERMINABLE", not.reason())
            .put("currentStatus", not.currentStatus())
            .put(
                "message",
                "The recovery instances of this execution (%s) cannot be terminated: %s"
                    .formatted(not.currentStatus(), not.reason()))
        : error(id, "No waves found in execution", "The execution has no waves, so no instances")
            .put("message", "No waves found in execution");
  }

  private static ObjectNode error(ExecutionId id, String code, String reason) {
    return body(id).put("error", code).put("reason", reason);
  }

  static ObjectNode of(ExecutionId id, Termination result) {
    var body = body(id).put("message", message(result));
    var terminated = body.putArray("terminated");
    result.terminated().map(TerminationJson::terminated).forEach(terminated::add);
    var failed = body.putArray("failed");
    result.failed().map(TerminationJson::failed).forEach(failed::add);
    var jobs = body.putArray("jobs");
    result.jobs().map(TerminationJson::job).forEach(jobs::add);
    body.put("totalFound", result.terminated().size() + result.failed().size())
        .put("totalTerminated", result.terminated().size())
        .put("totalFailed", result.failed().size());
    flags(result, body);
    return body;
  }

  private static void flags(Termination result, ObjectNode body) {
    if (result.isRepeated()) {
      body.put("alreadyTerminated", true);
    }
    if (result.isNothing()) {
      body.put("noInstancesFound", true)
          .put("reason", "DRS knows no live recovery instance that this execution has launched");
    }
  }

  private static String message(Termination result) {
    if (result.terminated().nonEmpty()) {
      return "Initiated termination of %d recovery instances via DRS"
          .formatted(result.terminated().size());
    }
    if (result.isRepeated()) {
      return "Recovery instances already terminated or being processed";
    }
    return result.isNothing()
        ? "No recovery instances found"
        : "None of %d recovery instances could be terminated".formatted(result.failed().size());
  }

  private static ObjectNode terminated(Terminated terminated) {
    var own = terminated.instance();
    return JsonNodeFactory.instance
        .objectNode()
        .put("recoveryInstanceId", own.instance().recoveryInstanceId())
        .put("instanceId", own.instance().ec2InstanceId())
        .put("region", own.scope().region())
        .put("jobId", terminated.job().value());
  }

  private static ObjectNode failed(Failed failed) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("recoveryInstanceId", failed.instanceId())
        .put("instanceId", failed.instanceId())
        .put("sourceServerId", failed.server().value())
        .put("region", failed.region())
        .put("error", failed.error())
        .put("errorType", failed.type().name());
  }

  private static ObjectNode job(Job job) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("jobId", job.view().id().value())
        .put("region", job.region())
        .put("type", job.view().type())
        .put("status", job.view().status());
  }

  static ObjectNode progress(ExecutionId id, TerminationProgress progress) {
    var body = body(id);
    var jobs = body.putArray("jobs");
    progress.jobs().map(TerminationJson::job).forEach(jobs::add);
    return body.put("totalServers", progress.totalServers())
        .put("completedServers", progress.completedServers())
        .put("progressPercent", progress.progressPercent())
        .put("allCompleted", progress.isAllCompleted())
        .put("anyFailed", progress.isAnyFailed());
  }

  /** DRS has no word for a job that it does not know. */
  private static ObjectNode job(JobProgress job) {
    var element =
        JsonNodeFactory.instance
            .objectNode()
            .put("jobId", job.id().value())
            .put("status", job.view().map(view -> view.status()).getOrElse("NOT_FOUND"))
            .put("type", job.view().map(view -> view.type()).getOrElse("UNKNOWN"))
            .put("totalServers", job.totalServers())
            .put("completedServers", job.completedServers())
            .put("failedServers", job.failedServers());
    return job.isEmptied() ? element.put("jobCompleted", true) : element;
  }

  private static ObjectNode body(ExecutionId id) {
    return JsonNodeFactory.instance.objectNode().put("executionId", id.value());
  }
}
