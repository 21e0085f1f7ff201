package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Gates and pauses are passed by resumes that somebody asked for, and cancels have their owner. */
final class Gates {

  private final Vector<Boolean> gates;
  private Option<EventLine> pauseRequest = Option.none();
  private Option<EventLine> paused = Option.none();
  private Option<EventLine> resumeRequest = Option.none();
  private Option<EventLine> cancelRequest = Option.none();
  private Vector<Finding> findings = Vector.empty();

  private Gates(Vector<Boolean> gates) {
    this.gates = gates;
  }

  /** Only of a log that tells of the plan; of a later beginning nobody knows what is held back. */
  static Vector<Finding> check(Chronicle chronicle) {
    if (chronicle.creation().isEmpty()
        || chronicle.pairs().size() != chronicle.steps().size() - 1) {
      return Vector.empty();
    }
    var plan = Vector.ofAll(chronicle.creation().get().line().json().path("plan"));
    var gates = new Gates(plan.map(wave -> wave.path("gate").asBoolean()));
    chronicle.pairs().forEach(pair -> pair._2.lines().forEach(line -> gates.follow(pair._1, line)));
    return gates.findings;
  }

  private void follow(Step before, EventLine line) {
    switch (line.event()) {
      case "PauseRequested" -> pauseRequest = Option.some(line);
      case "ExecutionPaused" -> pause(line);
      case "PauseRenewed" -> atThePause(line);
      case "ResumeRequested" -> askToResume(line);
      case "ExecutionResumed" -> resume(line);
      case "WaveClaimed", "WaveFailed" -> start(before, line);
      case "CancelRequested" -> cancelRequest = Option.some(line);
      case "ExecutionCancelled" -> asAsked(cancelRequest, line, "CancelRequested");
      default -> {
        return;
      }
    }
  }

  private void pause(EventLine line) {
    expect(
        isGate(line.wave()) || pauseRequest.isDefined(),
        line,
        Rule.I6,
        "a gate before wave %d, or a pause that was asked for".formatted(line.wave()));
    expect(
        pauseRequest.isDefined() || line.text("actor").equals("plan"),
        line,
        Rule.PEOPLE,
        "actor plan, not " + line.text("actor"));
    pauseRequest.forEach(request -> asAsked(request, line));
    paused = Option.some(line);
    pauseRequest = Option.none();
    resumeRequest = Option.none();
  }

  private boolean isGate(int wave) {
    return gates.toStream().drop(wave).headOption().getOrElse(false);
  }

  private void atThePause(EventLine line) {
    expect(
        paused.exists(pause -> pause.wave() == line.wave()),
        line,
        Rule.I6,
        "the wave that it waits before, not %d".formatted(line.wave()));
  }

  private void askToResume(EventLine line) {
    atThePause(line);
    expect(resumeRequest.isEmpty(), line, Rule.I6, "one decision to resume");
    resumeRequest = Option.some(line);
  }

  private void resume(EventLine line) {
    atThePause(line);
    expect(resumeRequest.isDefined(), line, Rule.I6, "a ResumeRequested after the pause");
    asAsked(resumeRequest, line, "ResumeRequested");
    paused = Option.none();
    resumeRequest = Option.none();
  }

  /** A claim, or a launch that is given up, of a wave that nobody has let start before. */
  private void start(Step before, EventLine line) {
    var isNew = line.from().equals("PENDING");
    expect(
        !isNew || !isGate(line.wave()) || before.isEnd(),
        line,
        Rule.I6,
        "a resume before wave %d, which has a gate".formatted(line.wave()));
    expect(
        !isNew || pauseRequest.isEmpty() || line.parts() > 1,
        line,
        Rule.I6,
        "the pause that was asked for before wave %d".formatted(line.wave()));
  }

  private void asAsked(Option<EventLine> request, EventLine line, String what) {
    expect(request.isDefined(), line, Rule.PEOPLE, "a %s before it".formatted(what));
    request.forEach(asked -> asAsked(asked, line));
  }

  private void asAsked(EventLine asked, EventLine line) {
    expect(
        sameSaid(asked, line, "actor")
            && sameSaid(asked, line, "cause")
            && sameSaid(asked, line, "requestedAt"),
        line,
        Rule.PEOPLE,
        "who, why and when of the %s in line %d".formatted(asked.event(), asked.number()));
  }

  private static boolean sameSaid(EventLine asked, EventLine line, String field) {
    return asked.text(field).equals(line.text(field));
  }

  private void expect(boolean holds, EventLine line, Rule rule, String expected) {
    if (!holds) {
      findings = findings.append(new Finding(rule, line.number(), expected));
    }
  }
}
