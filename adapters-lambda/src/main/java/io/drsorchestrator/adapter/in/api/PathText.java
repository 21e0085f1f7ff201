package io.drsorchestrator.adapter.in.api;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The ids in a path. A REST API hands them over as they were sent, percent-encoded; no id holds a
 * percent sign, so one that is decoded already is not harmed.
 */
final class PathText {

  /** The ARN of a workflow, whose name is the id of its execution (contract 3.5). */
  private static final Pattern WORKFLOW =
      Pattern.compile("arn:aws[a-z-]*:states:[a-z0-9-]+:[0-9]{12}:execution:[A-Za-z0-9_-]+:(.*)");

  private PathText() {}

  static ExecutionId executionId(String sent) {
    var text = decoded(sent);
    var workflow = WORKFLOW.matcher(text);
    return new ExecutionId(workflow.matches() ? workflow.group(1) : text);
  }

  static PlanId planId(String sent) {
    return new PlanId(decoded(sent));
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a percent sign is followed by two hexadecimal digits", e);
    }
  }
}
