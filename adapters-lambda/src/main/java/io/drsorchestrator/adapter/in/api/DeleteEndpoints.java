package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.delete.DeleteExecutions.Clearance;
import io.drsorchestrator.application.delete.Fate;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.function.Supplier;

/** Contract 3.13. */
final class DeleteEndpoints {

  private final UseCases useCases;

  DeleteEndpoints(UseCases useCases) {
    this.useCases = useCases;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of(
        "DELETE /executions", Route.needing(Permission.STOP_RECOVERY, this::delete),
        "POST /executions/delete", Route.needing(Permission.STOP_RECOVERY, this::deletePosted));
  }

  private ObjectNode delete(ApiRequest request) {
    return DeletionRequest.names(request) ? selected(DeletionRequest.ids(request)) : finished();
  }

  private ObjectNode deletePosted(ApiRequest request) {
    return selected(DeletionRequest.postedIds(request));
  }

  private ObjectNode selected(Vector<ExecutionId> ids) {
    return orFailed(
        () -> {
          var fates = useCases.delete().selected(ids);
          return answer(fates, DeletionAnswer.selected(fates));
        });
  }

  private ObjectNode finished() {
    return orFailed(
        () -> {
          Clearance clearance = useCases.delete().finished();
          return answer(clearance.ended(), DeletionAnswer.finished(clearance));
        });
  }

  private static ObjectNode answer(Vector<Fate> fates, ObjectNode body) {
    return fates.nonEmpty() && fates.forAll(Fate.Failed.class::isInstance)
        ? failed(
            "None of %d executions could be deleted: %s"
                .formatted(fates.size(), ((Fate.Failed) fates.head()).error()))
        : ApiResponse.of(200, body);
  }

  private static ObjectNode orFailed(Supplier<ObjectNode> deletion) {
    try {
      return deletion.get();
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode failed(String message) {
    return ApiResponse.error(500, "DELETE_FAILED", message);
  }
}
