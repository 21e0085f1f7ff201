package io.drsorchestrator.application.memory;

import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.Outcome;
import io.drsorchestrator.domain.execution.Outcome.WaveOutcome;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/** Domain values as attributes. Times are kept in whole seconds. */
final class ItemWriter {

  private ItemWriter() {}

  static Item created(PendingExecution execution, OperatorRequest request) {
    var details = execution.facts().details();
    return Item.EMPTY
        .with("executionId", details.key().executionId().value())
        .with("planId", details.key().planId().value())
        .with("planName", details.planName())
        .with("executionType", details.type().name())
        .with("status", execution.status().name())
        .with("startTime", details.startTime())
        .with("initiatedBy", details.initiatedBy())
        .with("startRequest", request(request))
        .with("waves", execution.waves().all().map(wave -> pending(wave.plan())))
        .with("totalWaves", (long) execution.totalWaves())
        .with("completedWaves", 0L)
        .with("accountContext", account(details.account()))
        .with("accountId", details.account().accountId())
        .with("version", execution.facts().revision().value());
  }

  private static Item account(AccountContext account) {
    return Item.EMPTY
        .with("accountId", account.accountId())
        .with("isCurrentAccount", account.isCurrentAccount())
        .withKnown("assumeRoleName", account.assumeRoleName())
        .withKnown("externalId", account.externalId());
  }

  private static Item pending(WavePlan plan) {
    return Item.EMPTY
        .with("waveNumber", (long) plan.number().value())
        .with("waveName", plan.name())
        .withKnown("protectionGroupId", plan.protectionGroupId())
        .with("serverIds", ids(plan.serverIds()))
        .with("status", "PENDING")
        .with("pauseBeforeWave", plan.pauseBeforeWave());
  }

  static Vector<String> ids(Vector<SourceServerId> ids) {
    return ids.map(SourceServerId::value);
  }

  static Item request(OperatorRequest request) {
    return Item.EMPTY
        .with("requestedBy", request.requestedBy())
        .with("requestedAt", request.requestedAt())
        .withKnown("reason", request.reason());
  }

  /** An entry of {@code operatorRequests}. */
  static Item logged(
      String command, Transition<?> requested, OperatorRequest request, Option<WaveNumber> wave) {
    return request(request)
        .with("command", command)
        .withKnown("waveNumber", wave.map(number -> (long) number.value()))
        .withKnownTime(
            "waitingSince",
            requested
                .before()
                .filter(before -> before.status() == ExecutionStatus.PAUSED)
                .flatMap(before -> ((PausedExecution) before).undecidedSince()));
  }

  static Item outcome(Outcome outcome) {
    return Item.EMPTY
        .with("totalWaves", (Object) (long) outcome.waves().size())
        .with("wavesCompleted", (Object) count(outcome, WaveStatus.COMPLETED))
        .with("wavesFailed", (Object) count(outcome, WaveStatus.FAILED))
        .with("wavesCancelled", (Object) count(outcome, WaveStatus.CANCELLED))
        .with("wavesPending", (Object) count(outcome, WaveStatus.PENDING))
        .with("totalServers", (Object) (long) outcome.servers())
        .with("serversLaunched", (Object) (long) outcome.launched())
        .with("serversFailed", (Object) outcome.waves().map(WaveOutcome::failed).sum().longValue())
        .with(
            "serversCancelled",
            (Object) outcome.waves().map(WaveOutcome::cancelled).sum().longValue())
        .with(
            "serversPending", (Object) outcome.waves().map(WaveOutcome::pending).sum().longValue())
        .with("completedWaves", outcome.of(WaveStatus.COMPLETED).map(ItemWriter::outcome))
        .with("failedWaves", outcome.of(WaveStatus.FAILED).map(ItemWriter::outcome))
        .with("cancelledWaves", outcome.of(WaveStatus.CANCELLED).map(ItemWriter::outcome));
  }

  private static long count(Outcome outcome, WaveStatus status) {
    return outcome.of(status).size();
  }

  private static Item outcome(WaveOutcome wave) {
    return Item.EMPTY
        .with("name", wave.name())
        .with("serversLaunched", (Object) (long) wave.launched())
        .with("serversFailed", (Object) (long) wave.failed())
        .with("serversCancelled", (Object) (long) wave.cancelled());
  }

  static Vector<Item> servers(Wave wave) {
    return wave.servers().map(ItemWriter::server);
  }

  private static Item server(Server server) {
    var instance = server.instance();
    return Item.EMPTY
        .with("sourceServerId", server.id().value())
        .with("serverName", server.name())
        .with("launchStatus", server.launchStatus().name())
        .with("launchTime", server.launchTime().getOrElse(Instant.EPOCH))
        .with("instanceId", server.instanceId().getOrElse(""))
        .with("privateIp", instance.privateIp().getOrElse(""))
        .with("hostname", instance.hostname().getOrElse(""))
        .with("instanceType", instance.instanceType().getOrElse(""))
        .withKnown("recoveryInstanceId", server.instanceId())
        .withKnown("instanceState", instance.state())
        .withKnown("ipAddress", server.source().ipAddress())
        .withKnown("sourceInstanceId", server.source().instanceId())
        .withKnown("error", server.error());
  }

  static Item job(JobId id, RecoveryJob job) {
    return Item.EMPTY
        .with("jobId", id.value())
        .with("status", job.status())
        .with("participatingServers", (long) job.participatingServers())
        .with("launchedServers", (long) job.launchedServers())
        .withKnownTime("startTime", job.startTime())
        .withKnownTime("endTime", job.endTime())
        .withKnownTime("endSeenTime", job.endedBy());
  }

  /** A wave's end, on top of what is stored of it: facts are added, not lost. */
  static Item ended(Item stored, EndedWave wave) {
    var job =
        wave.launch().flatMap(launch -> launch.job().map(known -> job(launch.jobId(), known)));
    return end(stored, wave)
        .withKnown("serverStatuses", Option.when(wave.servers().nonEmpty(), () -> servers(wave)))
        .withKnown("DRSJobDetails", job);
  }

  /** The end alone: status, time and reason. */
  static Item end(Item stored, EndedWave wave) {
    return stored
        .with("status", wave.status().name())
        .with("endTime", wave.endTime())
        .withKnown("statusMessage", wave.message());
  }
}
