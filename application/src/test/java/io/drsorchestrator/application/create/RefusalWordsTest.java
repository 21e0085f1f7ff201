package io.drsorchestrator.application.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.LimitRefusal.TooManyJobs;
import io.drsorchestrator.application.create.LimitRefusal.TooManyServersInJobs;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers.Unhealthy;
import io.drsorchestrator.application.create.LimitRefusal.WavesTooLarge;
import io.drsorchestrator.application.create.PlanRefusal.AccountMismatch;
import io.drsorchestrator.application.create.PlanRefusal.NoWaves;
import io.drsorchestrator.application.create.PlanRefusal.PlanNotFound;
import io.drsorchestrator.application.create.PlanRefusal.SeveralAccounts;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutGroup;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutServers;
import io.drsorchestrator.application.create.ServerConflict.InJob;
import io.drsorchestrator.application.create.StartRefusal.AlreadyExecuting;
import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.create.StartRefusal.ExecutionIdTaken;
import io.drsorchestrator.application.create.StartRefusal.Kind;
import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refused start says (contract 3.3): a kind for the status code, a code, a sentence. */
class RefusalWordsTest {

  private static final PlanId PLAN = new PlanId("plan-1");
  private static final ExecutionId ID = new ExecutionId("e-1");
  private static final DrsScope HERE = new DrsScope(Workbench.HUB, "eu-west-1");
  private static final Vector<ActiveJob> JOBS =
      Vector.range(0, 20)
          .map(n -> new ActiveJob(new JobId("j-" + n), "STARTED", "LAUNCH", HashMap.empty()));

  @ParameterizedTest
  @MethodSource("refusals")
  void are_a_kind_a_code_and_a_sentence(
      StartRefusal refusal, Kind kind, String code, String sentence) {
    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.message()).isEqualTo(sentence);
  }

  static Object[][] refusals() {
    return new Object[][] {
      {
        new PlanNotFound(PLAN),
        Kind.UNKNOWN_PLAN,
        "RECOVERY_PLAN_NOT_FOUND",
        "Recovery plan plan-1 not found"
      },
      {
        new NoWaves(PLAN, "Tiers"),
        Kind.INVALID,
        "PLAN_HAS_NO_WAVES",
        "Recovery plan 'Tiers' has no waves"
      },
      {
        new WaveWithoutServers(SampleWaves.plan(1)),
        Kind.INVALID,
        "WAVE_HAS_NO_SERVERS",
        "Wave 2 (Wave 2) has no servers"
      },
      {
        new WaveWithoutGroup(SampleWaves.plan(1)),
        Kind.INVALID,
        "PROTECTION_GROUP_NOT_FOUND",
        "Wave 2 (Wave 2) has no known protection group: pg-1"
      },
      {
        new SeveralAccounts(PLAN, Vector.of("111122223333", "444455556666")),
        Kind.INVALID,
        "MULTI_ACCOUNT_PLAN_NOT_SUPPORTED",
        "Multi-account Recovery Plans are not supported: the protection groups of plan plan-1 are in the accounts 111122223333, 444455556666"
      },
      {
        new AccountMismatch("444455556666", "111122223333"),
        Kind.INVALID,
        "ACCOUNT_CONTEXT_MISMATCH",
        "accountContext.accountId is 444455556666, but the protection groups of the plan are in account 111122223333"
      },
      {
        new AlreadyExecuting(PLAN, Vector.of(ID, new ExecutionId("e-2"))),
        Kind.CONFLICT,
        "PLAN_ALREADY_EXECUTING",
        "Recovery plan plan-1 is already being executed: e-1, e-2"
      },
      {
        new StartInProgress(PLAN, Option.none()),
        Kind.CONFLICT,
        "PLAN_EXECUTION_CONFLICT",
        "Recovery plan plan-1 is being started by somebody else right now"
      },
      {
        new StartInProgress(PLAN, Option.some(ID)),
        Kind.CONFLICT,
        "PLAN_EXECUTION_CONFLICT",
        "Recovery plan plan-1 is being started by somebody else right now, as execution e-1"
      },
      {
        new ExecutionIdTaken(ID),
        Kind.CONFLICT,
        "EXECUTION_ID_CONFLICT",
        "Execution e-1 exists already and belongs to another plan"
      },
      {
        new CannotCheck("DRS is throttled"),
        Kind.UNAVAILABLE,
        "START_CHECKS_UNAVAILABLE",
        "Nothing has been started, because it cannot be checked whether it may be: DRS is throttled"
      },
      {
        new ServerConflict(
            Vector.empty(),
            Vector.of(
                new InJob(
                    SampleServers.serverId(0, 0),
                    "W",
                    new JobId("drsjob-1"),
                    "STARTED",
                    "PENDING"))),
        Kind.CONFLICT,
        "SERVER_CONFLICT",
        "1 server(s) of the plan are in use: DRS job drsjob-1 is STARTED"
      },
      {
        new WavesTooLarge(
            Vector.of(
                new TargetWave(SampleWaves.plan(0), HERE, SampleWaves.plan(0, 101).serverIds()))),
        Kind.INVALID,
        "WAVE_SIZE_LIMIT_EXCEEDED",
        "Wave 1 (Wave 1) has 101 servers, the limit is 100"
      },
      {
        new TooManyJobs(HERE, JOBS),
        Kind.LIMIT,
        "CONCURRENT_JOBS_LIMIT_EXCEEDED",
        "DRS runs 20 jobs in eu-west-1, the limit is 20"
      },
      {
        new TooManyServersInJobs(HERE, 450, 100),
        Kind.LIMIT,
        "SERVERS_IN_JOBS_LIMIT_EXCEEDED",
        "450 servers are in DRS jobs in eu-west-1; with the 100 of the largest wave it would be 550, the limit is 500"
      },
      {
        new UnhealthyServers(
            Vector.of(new Unhealthy(SampleServers.serverId(0, 0), "web", "STOPPED", "why")), 3),
        Kind.INVALID,
        "UNHEALTHY_SERVER_REPLICATION",
        "1 server(s) cannot be recovered: s-0-0 (STOPPED)"
      },
    };
  }
}
