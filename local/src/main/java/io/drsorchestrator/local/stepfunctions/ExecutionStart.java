package io.drsorchestrator.local.stepfunctions;

import io.drsorchestrator.local.asl.Payload;
import java.time.Instant;

/** What an execution was started with, byte for byte. */
record ExecutionStart(StateMachine machine, String arn, String name, Payload input, Instant at) {
  String inputText() {
    return input.text();
  }
}
