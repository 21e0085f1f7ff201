package io.drsorchestrator.application.size;

import static io.drsorchestrator.application.size.Bytes.CONTAINER;
import static io.drsorchestrator.application.size.Bytes.ELEMENT;
import static io.drsorchestrator.application.size.Bytes.FLAG;
import static io.drsorchestrator.application.size.Bytes.NUMBER;
import static io.drsorchestrator.application.size.Bytes.TIME;
import static io.drsorchestrator.application.size.Bytes.UUID;
import static io.drsorchestrator.application.size.Bytes.field;

/** The item of an execution at its largest, without its waves and the plan's name. */
final class ExecutionBytes {

  /** {@code ExecutionId} and {@code PlanId}. */
  private static final int ID = 80;

  /** Step Functions' limits of an execution's ARN and of a task token. */
  private static final int WORKFLOW_ARN = 256;

  private static final int TASK_TOKEN = 2048;

  /** One call for a hundred servers of a Region, and some more around those that are busy. */
  private static final int TERMINATIONS = 40;

  /** With the limits that IAM has for the name of a role and for an external id. */
  private static final int ACCOUNT =
      CONTAINER
          + field("accountId", 12)
          + field("assumeRoleName", 64)
          + field("isCurrentAccount", FLAG)
          + field("externalId", 1224);

  private static final int REQUEST =
      CONTAINER
          + field("requestedBy", TextBounds.PERSON)
          + field("requestedAt", TIME)
          + field("reason", TextBounds.REASON);

  /** An element of {@code operatorRequests}. */
  static final int LOGGED_REQUEST =
      ELEMENT
          + CONTAINER
          + field("command", 6)
          + field("requestedBy", TextBounds.PERSON)
          + field("requestedAt", TIME)
          + field("reason", TextBounds.LOGGED_REASON)
          + field("waveNumber", NUMBER);

  private static final int REMINDER =
      CONTAINER + field("count", NUMBER) + field("remindedTime", TIME) + field("writer", UUID);

  private static final int TERMINATION =
      ELEMENT
          + CONTAINER
          + field("jobId", TextBounds.AWS_ID)
          + field("region", TextBounds.WORD)
          + field("type", 9)
          + field("status", 7)
          + field("serverCount", NUMBER);

  private static final int CREATED =
      field("executionId", ID)
          + field("planId", ID)
          + field("planName", 0)
          + field("executionType", 8)
          + field("status", 10)
          + field("startTime", TIME)
          + field("initiatedBy", TextBounds.PERSON)
          + field("startRequest", REQUEST)
          + field("waves", CONTAINER)
          + field("totalWaves", NUMBER)
          + field("completedWaves", NUMBER)
          + field("accountContext", ACCOUNT)
          + field("accountId", 12)
          + field("version", NUMBER);

  private static final int UNDER_WAY =
      field("stateMachineArn", WORKFLOW_ARN)
          + field("transitionId", UUID)
          + field("currentWave", NUMBER)
          + field("lastPolledTime", TIME)
          + field("drsJobId", TextBounds.AWS_ID)
          + field("drsRegion", TextBounds.WORD);

  /**
   * What only a gate has is gone when the execution ends; a pause that is asked for meanwhile is
   * not.
   */
  private static final int GATE =
      field("taskToken", TASK_TOKEN)
          + field("pausedBeforeWave", NUMBER)
          + field("pausedTime", TIME)
          + field("pauseReminder", REMINDER)
          + field("resumeRequest", REQUEST);

  private static final int ENDED =
      field("endTime", TIME)
          + field("completedTime", TIME)
          + field("errorCode", TextBounds.CODE)
          + field("errorMessage", TextBounds.FAILURE)
          + field("terminationRequest", REQUEST)
          + field("terminationInitiatedAt", TIME)
          + field("terminateJobs", CONTAINER + TERMINATIONS * TERMINATION)
          + field("instancesTerminated", FLAG)
          + field("instancesTerminatedAt", TIME)
          + field("drillReminder", REMINDER);

  /** At a gate or at the end, and after an operator's cancel. */
  static final int ALL =
      CREATED
          + UNDER_WAY
          + field("cancelRequest", REQUEST)
          + field("operatorRequests", CONTAINER + LOGGED_REQUEST)
          + Math.max(GATE, ENDED);

  private ExecutionBytes() {}
}
