package io.drsorchestrator.adapter.out.states;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ARN of the state machine that is run once for each execution. */
record StateMachineArn(String value) {

  /** With the qualifier of a version or an alias, or without. */
  private static final Pattern FORM =
      Pattern.compile("(arn:[^:]+:states):([^:]+):([^:]+):stateMachine:([^:]+)(:[^:]+)?");

  StateMachineArn {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the ARN of a state machine: '" + value + "'");
    }
  }

  String region() {
    return parts().group(2);
  }

  /** The ARN of the run whose name is {@code id}: it names the machine without its qualifier. */
  WorkflowArn run(ExecutionId id) {
    var parts = parts();
    return new WorkflowArn(
        "%s:%s:%s:execution:%s:%s"
            .formatted(parts.group(1), parts.group(2), parts.group(3), parts.group(4), id.value()));
  }

  private Matcher parts() {
    var matcher = FORM.matcher(value);
    matcher.matches();
    return matcher;
  }
}
