package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;

/** Why a plan is not started (contract 3.3). */
public sealed interface StartRefusal {

  /** The most servers that one DRS job, and so one wave, can launch (AWS quota L-B827C881). */
  int MAX_SERVERS_PER_WAVE = 100;

  /** The code of the contract. */
  String code();

  /** One sentence for people. */
  String message();

  record PlanNotFound(PlanId plan) implements StartRefusal {
    @Override
    public String code() {
      return "RECOVERY_PLAN_NOT_FOUND";
    }

    @Override
    public String message() {
      return "Recovery plan %s not found".formatted(plan);
    }
  }

  record NoWaves(PlanId plan, String planName) implements StartRefusal {
    @Override
    public String code() {
      return "PLAN_HAS_NO_WAVES";
    }

    @Override
    public String message() {
      return "Recovery plan '%s' has no waves".formatted(planName);
    }
  }

  record WaveWithoutServers(WavePlan wave) implements StartRefusal {
    @Override
    public String code() {
      return "WAVE_HAS_NO_SERVERS";
    }

    @Override
    public String message() {
      return "Wave %d (%s) has no servers".formatted(wave.number().ordinal(), wave.name());
    }
  }

  record WaveWithoutGroup(WavePlan wave) implements StartRefusal {
    @Override
    public String code() {
      return "PROTECTION_GROUP_NOT_FOUND";
    }

    @Override
    public String message() {
      return "Wave %d (%s) has no known protection group: %s"
          .formatted(
              wave.number().ordinal(), wave.name(), wave.protectionGroupId().getOrElse("none"));
    }
  }

  record WavesTooLarge(Vector<WavePlan> waves) implements StartRefusal {
    @Override
    public String code() {
      return "WAVE_SIZE_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
      return waves
          .map(
              wave ->
                  "Wave %d (%s) has %d servers, the limit is %d"
                      .formatted(
                          wave.number().ordinal(),
                          wave.name(),
                          wave.serverIds().size(),
                          MAX_SERVERS_PER_WAVE))
          .mkString("; ");
    }
  }

  record AlreadyExecuting(PlanId plan, Vector<ExecutionId> active) implements StartRefusal {
    @Override
    public String code() {
      return "PLAN_ALREADY_EXECUTING";
    }

    @Override
    public String message() {
      return "Recovery plan %s is already being executed: %s"
          .formatted(plan, active.mkString(", "));
    }
  }

  record StartInProgress(PlanId plan) implements StartRefusal {
    @Override
    public String code() {
      return "PLAN_EXECUTION_CONFLICT";
    }

    @Override
    public String message() {
      return "Recovery plan %s is being started by somebody else right now".formatted(plan);
    }
  }

  record ExecutionIdTaken(ExecutionId id) implements StartRefusal {
    @Override
    public String code() {
      return "EXECUTION_ID_CONFLICT";
    }

    @Override
    public String message() {
      return "Execution %s exists already and belongs to another plan".formatted(id);
    }
  }
}
