package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.delete.DeleteExecutions.Clearance;
import io.drsorchestrator.application.delete.Fate;
import io.vavr.collection.Vector;

/** What became of executions, counted as the contract counts (3.13). */
final class DeletionAnswer {

  private DeletionAnswer() {}

  static ObjectNode selected(Vector<Fate> fates) {
    var notFound = only(Fate.NotFound.class, fates);
    var active = only(Fate.StillActive.class, fates);
    var live = only(Fate.JobsActive.class, fates);
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "Processed %d execution deletion requests".formatted(fates.size()))
            .put("deletedCount", only(Fate.Deleted.class, fates).size())
            .put("totalRequested", fates.size())
            .put("notFound", notFound.size())
            .put("activeSkipped", active.size() + live.size())
            .put("failed", only(Fate.Failed.class, fates).size());
    addIds(body, "notFoundIds", notFound);
    if (active.nonEmpty() || live.nonEmpty()) {
      var skipped = body.putArray("activeExecutionsSkipped");
      active
          .map(fate -> skipped(fate.executionId(), fate.status(), "Execution is still active"))
          .appendAll(
              live.map(fate -> skipped(fate.executionId(), fate.status(), "Has active DRS jobs")))
          .forEach(skipped::add);
    }
    addFailures(body, fates);
    return body;
  }

  static ObjectNode finished(Clearance clearance) {
    var fates = clearance.ended();
    var live = only(Fate.JobsActive.class, fates);
    int ended = fates.size() - only(Fate.StillActive.class, fates).size();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "Completed executions cleared successfully")
            .put("deletedCount", only(Fate.Deleted.class, fates).size())
            .put("totalScanned", clearance.scanned())
            .put("completedFound", ended)
            .put("safeToDelete", ended - live.size())
            .put("skippedWithActiveJobs", live.size())
            .put("activePreserved", clearance.scanned() - ended);
    addIds(body, "skippedExecutionIds", live);
    addFailures(body, fates);
    return body;
  }

  private static <F extends Fate> Vector<F> only(Class<F> kind, Vector<Fate> fates) {
    return fates.filter(kind::isInstance).map(kind::cast);
  }

  private static void addIds(ObjectNode body, String name, Vector<? extends Fate> fates) {
    if (fates.nonEmpty()) {
      fates.map(Fate::executionId).forEach(body.putArray(name)::add);
    }
  }

  private static ObjectNode skipped(String id, String status, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("executionId", id)
        .put("status", status)
        .put("reason", reason);
  }

  private static void addFailures(ObjectNode body, Vector<Fate> fates) {
    var failed = only(Fate.Failed.class, fates);
    if (failed.nonEmpty()) {
      body.put("warning", "%d execution(s) could not be deleted".formatted(failed.size()));
      var list = body.putArray("failedDeletes");
      failed.forEach(
          fate ->
              list.addObject().put("executionId", fate.executionId()).put("error", fate.error()));
    }
  }
}
