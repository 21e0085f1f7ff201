package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;

/**
 * The servers that executions hold: those of every wave that is not CANCELLED, launched or not
 * (contract 7.6).
 */
final class HeldServers {

  /** A server, the execution that holds it, and the name of the wave. */
  record Held(SourceServerId server, ActiveExecution execution, String waveName) {}

  private final WaveServers servers;
  private final RecoveryPlans plans;

  HeldServers(WaveServers servers, RecoveryPlans plans) {
    this.servers = servers;
    this.plans = plans;
  }

  /** As far as they can be servers of {@code account}: in others nobody needs to be asked. */
  Vector<Held> by(ActiveExecution execution, AccountContext account) {
    return execution
        .waves()
        .all()
        .filter(wave -> wave.status() != WaveStatus.CANCELLED)
        .flatMap(wave -> held(wave, execution, account));
  }

  private Vector<Held> held(Wave wave, ActiveExecution execution, AccountContext account) {
    var launched = wave.servers().map(Server::id);
    return (launched.nonEmpty() ? launched : planned(planOf(wave, execution), execution, account))
        .distinct()
        .map(server -> new Held(server, execution, wave.plan().name()));
  }

  /** Older systems stored a wave when it started; until then the plan alone tells of it. */
  private WavePlan planOf(Wave wave, ActiveExecution execution) {
    var stored = wave.plan();
    return stored.protectionGroupId().isDefined() || stored.serverIds().nonEmpty()
        ? stored
        : plans
            .find(execution.key().planId())
            .flatMap(plan -> plan.waves().find(w -> w.number().equals(wave.number())))
            .getOrElse(stored);
  }

  private Vector<SourceServerId> planned(
      WavePlan plan, ActiveExecution execution, AccountContext account) {
    var its = execution.facts().details().account().accountId();
    return its.isBlank() || its.equals(account.accountId())
        ? servers.of(plan, account)
        : plan.serverIds();
  }
}
