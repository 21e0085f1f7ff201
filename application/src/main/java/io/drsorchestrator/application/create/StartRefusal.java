package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Why a plan is not started (contract 3.3); nothing has been written then. */
public sealed interface StartRefusal
    permits PlanRefusal,
        ServerConflict,
        LimitRefusal,
        StartRefusal.AlreadyExecuting,
        StartRefusal.StartInProgress,
        StartRefusal.ExecutionIdTaken,
        StartRefusal.CannotCheck {

  /** What a refusal means for whoever called. */
  enum Kind {
    /** The plan or the command has to be changed. */
    INVALID,
    UNKNOWN_PLAN,
    /** Something that runs is in the way. */
    CONFLICT,
    /** A quota is full for now. */
    LIMIT,
    /** Nobody knows; trying again may help. */
    UNAVAILABLE
  }

  Kind kind();

  /** The code of the contract. */
  String code();

  /** One sentence for people. */
  String message();

  record AlreadyExecuting(PlanId plan, Vector<ExecutionId> active) implements StartRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

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

  /**
   * Another start of the plan is under way.
   *
   * @param by the execution that it is about to create, if it says so
   */
  record StartInProgress(PlanId plan, Option<ExecutionId> by) implements StartRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String code() {
      return "PLAN_EXECUTION_CONFLICT";
    }

    @Override
    public String message() {
      return "Recovery plan %s is being started by somebody else right now%s"
          .formatted(plan, by.map(id -> ", as execution " + id).getOrElse(""));
    }
  }

  record ExecutionIdTaken(ExecutionId id) implements StartRefusal {

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String code() {
      return "EXECUTION_ID_CONFLICT";
    }

    @Override
    public String message() {
      return "Execution %s exists already and belongs to another plan".formatted(id);
    }
  }

  /** What has to be known before a start cannot be found out: no check is ever skipped (D24). */
  record CannotCheck(String reason) implements StartRefusal {

    @Override
    public Kind kind() {
      return Kind.UNAVAILABLE;
    }

    @Override
    public String code() {
      return "START_CHECKS_UNAVAILABLE";
    }

    @Override
    public String message() {
      return "Nothing has been started, because it cannot be checked whether it may be: " + reason;
    }
  }
}
