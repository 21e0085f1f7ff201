package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;

/** A plan that cannot be started as it is, whatever else runs. */
public sealed interface PlanRefusal extends StartRefusal {

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }

  record PlanNotFound(PlanId plan) implements PlanRefusal {

    @Override
    public Kind kind() {
      return Kind.UNKNOWN_PLAN;
    }

    @Override
    public String code() {
      return "RECOVERY_PLAN_NOT_FOUND";
    }

    @Override
    public String message() {
      return "Recovery plan %s not found".formatted(plan);
    }
  }

  record NoWaves(PlanId plan, String planName) implements PlanRefusal {

    @Override
    public String code() {
      return "PLAN_HAS_NO_WAVES";
    }

    @Override
    public String message() {
      return "Recovery plan '%s' has no waves".formatted(planName);
    }
  }

  record WaveWithoutServers(WavePlan wave) implements PlanRefusal {

    @Override
    public String code() {
      return "WAVE_HAS_NO_SERVERS";
    }

    @Override
    public String message() {
      return "Wave %d (%s) has no servers".formatted(wave.number().ordinal(), wave.name());
    }
  }

  record WaveWithoutGroup(WavePlan wave) implements PlanRefusal {

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

  record SeveralAccounts(PlanId plan, Vector<String> accountIds) implements PlanRefusal {

    @Override
    public String code() {
      return "MULTI_ACCOUNT_PLAN_NOT_SUPPORTED";
    }

    @Override
    public String message() {
      return "Multi-account Recovery Plans are not supported: the protection groups of plan %s are in the accounts %s"
          .formatted(plan, accountIds.mkString(", "));
    }
  }

  /**
   * The caller and the plan name different accounts.
   *
   * @param given what the caller says
   * @param accountId of the protection groups
   */
  record AccountMismatch(String given, String accountId) implements PlanRefusal {

    @Override
    public String code() {
      return "ACCOUNT_CONTEXT_MISMATCH";
    }

    @Override
    public String message() {
      return "accountContext.accountId is %s, but the protection groups of the plan are in account %s"
          .formatted(given, accountId);
    }
  }
}
