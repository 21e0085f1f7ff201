package io.drsorchestrator.application.size;

import static io.drsorchestrator.application.size.Bytes.CONTAINER;
import static io.drsorchestrator.application.size.Bytes.ELEMENT;
import static io.drsorchestrator.application.size.Bytes.FLAG;
import static io.drsorchestrator.application.size.Bytes.NUMBER;
import static io.drsorchestrator.application.size.Bytes.TIME;
import static io.drsorchestrator.application.size.Bytes.UUID;
import static io.drsorchestrator.application.size.Bytes.field;

/** What a wave and its servers add to the item of an execution at the most. */
final class WaveBytes {

  /** As DRS makes them: it recovers no other server. */
  private static final int SERVER_ID = 19;

  /** An operator's pause and resume. */
  private static final int REQUESTS = 2;

  private static final int JOB =
      CONTAINER
          + field("jobId", TextBounds.AWS_ID)
          + field("status", TextBounds.WORD)
          + field("participatingServers", NUMBER)
          + field("launchedServers", NUMBER)
          + field("startTime", TIME)
          + field("endTime", TIME)
          + field("endSeenTime", TIME);

  /** A wave without its servers, its name and its group, and what operators asked for before it. */
  static final int WAVE =
      ELEMENT
          + CONTAINER
          + field("waveNumber", NUMBER)
          + field("waveName", 0)
          + field("protectionGroupId", 0)
          + field("serverIds", CONTAINER)
          + field("status", 9)
          + field("pauseBeforeWave", FLAG)
          + field("startTime", TIME)
          + field("endTime", TIME)
          + field("region", TextBounds.WORD)
          + field("attemptId", UUID)
          + field("attemptTime", TIME)
          + field("leaseUntil", TIME)
          + field("launchWarning", TextBounds.LAUNCH_WARNING)
          + field("jobId", TextBounds.AWS_ID)
          + field("serverStatuses", CONTAINER)
          + field("DRSJobDetails", JOB)
          + field("jobMissingSince", TIME)
          + field("pollWarning", TextBounds.POLL_WARNING)
          + field("revision", NUMBER)
          + field("writer", UUID)
          + REQUESTS * ExecutionBytes.LOGGED_REQUEST;

  /** Of the one wave that failed. */
  static final int FAILURE = field("statusMessage", TextBounds.FAILURE);

  /** A server, in both lists of its wave. */
  static final int SERVER =
      ELEMENT
          + SERVER_ID
          + ELEMENT
          + CONTAINER
          + field("sourceServerId", SERVER_ID)
          + field("serverName", TextBounds.SERVER_NAME)
          + field("launchStatus", TextBounds.WORD)
          + field("launchTime", TIME)
          + field("instanceId", TextBounds.AWS_ID)
          + field("recoveryInstanceId", TextBounds.AWS_ID)
          + field("privateIp", TextBounds.ADDRESS)
          + field("hostname", TextBounds.HOSTNAME)
          + field("instanceType", TextBounds.WORD)
          + field("instanceState", TextBounds.WORD)
          + field("ipAddress", TextBounds.ADDRESS)
          + field("sourceInstanceId", TextBounds.AWS_ID);

  /** What a server more has that did not launch. */
  static final int ERROR = field("error", TextBounds.SERVER_ERROR);

  private WaveBytes() {}
}
