package io.drsorchestrator.application.explorer;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.collection.Vector;
import java.time.Instant;

/**
 * A state of everything: what is stored, what DRS and Step Functions do, what is in flight, and
 * what of the past judges have to know.
 *
 * @param last the index of the invocation that made the last move, if it is still in flight; else
 *     -1
 * @param left what may still go wrong
 */
record World(
    Stored stored,
    Instant now,
    Vector<Job> jobs,
    Flow flow,
    Vector<Op> ops,
    Past past,
    Allowance left,
    int last) {

  static final ExecutionKey KEY =
      new ExecutionKey(new ExecutionId("execution-1"), new PlanId("plan-1"));
  static final WorkflowArn ARN =
      new WorkflowArn("arn:aws:states:eu-west-1:111122223333:execution:drs:execution-1");

  World with(Stored later, Vector<Job> laterJobs, Flow laterFlow) {
    return new World(later, now, laterJobs, laterFlow, ops, past, left, last);
  }

  World with(Flow later) {
    return new World(stored, now, jobs, later, ops, past, left, last);
  }

  World with(Past later) {
    return new World(stored, now, jobs, flow, ops, later, left, last);
  }

  World with(Allowance later) {
    return new World(stored, now, jobs, flow, ops, past, later, last);
  }

  World withJobs(Vector<Job> later) {
    return new World(stored, now, later, flow, ops, past, left, last);
  }

  World withOps(Vector<Op> later, int mover) {
    return new World(stored, now, jobs, flow, later, past, left, mover);
  }

  World at(Instant later) {
    return new World(stored, later, jobs, flow, ops, past, left, last);
  }

  Raw item() {
    return stored.item().getOrElse(Raw.EMPTY);
  }

  /** Whether the execution may fail. */
  boolean isExcused() {
    return past.excused() || jobs.exists(Job::isExcuse);
  }

  Names names() {
    var stored = item();
    var names = Names.in(stored.text("taskToken")).and(Names.in(flow.due().token()));
    for (var wave : stored.waves()) {
      names = names.and(Names.in(wave.text("attemptId")));
    }
    return ops.foldLeft(names, (all, op) -> all.and(op.names()));
  }
}
