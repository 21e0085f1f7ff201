package io.drsorchestrator.application.read;

import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;

/** What the waves of a stored execution say of the instances that they launched. */
final class StoredLaunches {

  private static final Set<String> GONE = Set.of("terminated", "shutting-down");

  private final StoredFields execution;
  private final Option<String> account;

  StoredLaunches(StoredFields execution) {
    this.execution = execution;
    this.account =
        execution
            .map("accountContext")
            .flatMap(context -> context.text("accountId"))
            .orElse(() -> execution.text("accountId"));
  }

  /** Of those that were launched the ones that nobody has seen end. */
  Vector<LaunchedInstance> live() {
    return execution.maps("waves").zipWithIndex().flatMap(wave -> live(wave._1, wave._2));
  }

  private Vector<LaunchedInstance> live(StoredFields wave, int number) {
    var region = region(wave);
    return servers(wave)
        .filter(StoredLaunches::isLive)
        .map(server -> instance(server, region, new WaveNumber(number)));
  }

  /** Systems before this one wrote either name (contract 2.5). */
  private static Vector<StoredFields> servers(StoredFields wave) {
    var servers = wave.maps("serverStatuses");
    return servers.isEmpty() ? wave.maps("serverExecutions") : servers;
  }

  private static boolean isLive(StoredFields server) {
    boolean launched =
        server.text("launchStatus").contains("LAUNCHED") || instanceId(server).isDefined();
    return launched && !server.text("instanceState").exists(GONE::contains);
  }

  private static Option<String> instanceId(StoredFields server) {
    return server.text("instanceId").orElse(() -> server.text("recoveryInstanceId"));
  }

  /** Older systems stored it with the execution, and only that of the job started last. */
  private Option<String> region(StoredFields wave) {
    return wave.text("region")
        .orElse(
            () ->
                wave.text("jobId")
                    .filter(execution.text("drsJobId")::contains)
                    .flatMap(job -> execution.text("drsRegion")));
  }

  private LaunchedInstance instance(StoredFields server, Option<String> region, WaveNumber wave) {
    return new LaunchedInstance(
        instanceId(server),
        server.text("sourceServerId"),
        server.text("serverName"),
        account,
        region,
        wave,
        StoredTimes.of(server, "launchTime").map(Instant::ofEpochSecond));
  }
}
