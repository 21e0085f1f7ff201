package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.api.Seeded;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** TerminateRecoveryInstances: one job for all instances or a refusal of the whole call. */
final class TerminateRecoveryInstances implements Operation {

  private static final String FIELD = "recoveryInstanceIDs";
  private static final int MAX_INSTANCES = 200;

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    List<RecoveryInstance> instances =
        ids(request).stream().map(id -> existing(drs, id, now)).toList();
    Admission.at(now, drs)
        .check(
            instances.stream()
                .map(instance -> instance.server().sourceServerId())
                .collect(Collectors.toSet()));
    TerminateJob job = job(drs, instances, now);
    job.victims().forEach(it -> drs.instances().terminate(it.instanceId(), it.termination()));
    drs.add(job, Map.of());
    ObjectNode answer = Json.object();
    answer.set("job", JobJson.of(drs.stateOf(job, now)));
    return answer;
  }

  private static List<String> ids(DrsRequest request) {
    List<String> ids = request.ids(FIELD, IdFormats.RECOVERY_INSTANCE, MAX_INSTANCES);
    if (ids.isEmpty()) {
      throw DrsErrors.invalid(FIELD, "must have 1 to " + MAX_INSTANCES + " items").toException();
    }
    if (new HashSet<>(ids).size() < ids.size()) {
      throw DrsErrors.invalid(FIELD, "must not name an instance twice").toException();
    }
    return ids;
  }

  private static RecoveryInstance existing(RegionalDrs drs, String id, Instant now) {
    return drs.instances()
        .find(id)
        .filter(instance -> instance.existsAt(now))
        .orElseThrow(() -> DrsErrors.notFound("RecoveryInstance", id).toException());
  }

  private static TerminateJob job(RegionalDrs drs, List<RecoveryInstance> instances, Instant now) {
    String jobId = drs.nextJobId();
    Timings timings = drs.settings().timings();
    SplittableRandom random = Seeded.random(drs.settings().seed(), "job", jobId);
    Instant start = now.plus(timings.start().draw(random));
    List<TerminateJob.Victim> victims =
        instances.stream()
            .map(it -> victim(it, new Termination(start, end(start, timings, random))))
            .toList();
    Instant last = Forever.latest(victims.stream().map(it -> it.termination().end()).toList());
    return new TerminateJob(
        new JobHeader(
            drs.location(),
            jobId,
            JobType.TERMINATE,
            "TERMINATE_RECOVERY_INSTANCES",
            now,
            start,
            last.plus(timings.end().draw(random)),
            Forever.NEVER),
        victims);
  }

  private static TerminateJob.Victim victim(RecoveryInstance instance, Termination termination) {
    return new TerminateJob.Victim(instance.server().sourceServerId(), instance.id(), termination);
  }

  private static Instant end(Instant start, Timings timings, SplittableRandom random) {
    return start.plus(timings.cleanup().draw(random));
  }
}
