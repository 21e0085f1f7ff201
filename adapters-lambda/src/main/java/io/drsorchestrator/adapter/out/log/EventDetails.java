package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;

/** Which fields of its own each kind of event has. */
final class EventDetails {

  private static final Map<Class<? extends LifecycleEvent>, Kind<?>> KINDS =
      Map.ofEntries(
          kind(LifecycleEvent.ExecutionCreated.class, (event, told) -> created(told)),
          kind(
              LifecycleEvent.WorkflowStartPostponed.class,
              (event, told) -> EventDetail.NONE.because(event.reason())),
          kind(
              LifecycleEvent.WaveClaimed.class,
              (event, told) -> EventDetail.of(event.wave()).with("attemptId", event.attemptId())),
          kind(
              LifecycleEvent.LaunchSettingsChanged.class,
              (event, told) -> EventDetail.of(event.wave()).with(servers(event.servers()))),
          kind(
              LifecycleEvent.LaunchSettingsNotApplied.class,
              (event, told) ->
                  EventDetail.of(event.wave())
                      .because(event.reason())
                      .with(servers(Vector.of(event.server())))),
          kind(
              LifecycleEvent.LaunchPostponed.class,
              (event, told) -> EventDetail.of(event.wave()).because(event.reason())),
          kind(
              LifecycleEvent.WaveLaunched.class,
              (event, told) -> EventDetail.of(event.wave()).with("jobId", event.job().value())),
          kind(LifecycleEvent.WaveCompleted.class, (event, told) -> ended(told, event.wave())),
          kind(
              LifecycleEvent.WaveFailed.class,
              (event, told) -> ended(told, event.wave()).because(event.message())),
          kind(LifecycleEvent.WaveCancelled.class, (event, told) -> ended(told, event.wave())),
          kind(
              LifecycleEvent.PauseRequested.class,
              (event, told) -> EventDetail.NONE.by(event.request())),
          kind(LifecycleEvent.ExecutionPaused.class, (event, told) -> paused(event)),
          kind(
              LifecycleEvent.PauseOverdue.class,
              (event, told) ->
                  EventDetail.before(event.before())
                      .with("reminder", event.waiting().reminders())
                      .with(since(event.waiting()))),
          kind(LifecycleEvent.PauseRenewed.class, EventDetails::renewed),
          kind(
              LifecycleEvent.ResumeRequested.class,
              (event, told) -> EventDetail.before(event.wave()).by(event.request())),
          kind(LifecycleEvent.ExecutionResumed.class, EventDetails::resumed),
          kind(
              LifecycleEvent.CancelRequested.class,
              (event, told) -> EventDetail.NONE.by(event.request())),
          kind(LifecycleEvent.ExecutionCancelled.class, (event, told) -> cancelled(told)),
          kind(
              LifecycleEvent.ExecutionFailed.class,
              (event, told) ->
                  EventDetail.NONE
                      .because(event.cause().message())
                      .with("causeCode", event.cause().code())),
          kind(
              LifecycleEvent.ExecutionCompleted.class,
              (event, told) ->
                  EventDetail.NONE.with("finalizationMillis", Durations.finalization(told))),
          kind(
              LifecycleEvent.NotificationFailed.class,
              (event, told) ->
                  EventDetail.NONE.because(event.reason()).with("notification", event.what())));

  private EventDetails() {}

  /** How an event of one class is told. */
  private record Kind<E extends LifecycleEvent>(
      Class<E> type, BiFunction<E, ToldEvent, EventDetail> detail) {

    EventDetail of(ToldEvent told) {
      return detail.apply(type.cast(told.event()), told);
    }
  }

  private static <E extends LifecycleEvent> Map.Entry<Class<E>, Kind<E>> kind(
      Class<E> type, BiFunction<E, ToldEvent, EventDetail> detail) {
    return Map.entry(type, new Kind<>(type, detail));
  }

  static EventDetail of(ToldEvent told) {
    var kind = KINDS.get(told.event().getClass());
    return kind == null ? EventDetail.NONE : kind.of(told);
  }

  /** The point-in-time copy of the plan, which everything that follows is held against. */
  private static EventDetail created(ToldEvent told) {
    var fields = JsonNodeFactory.instance.objectNode();
    told.facts().forEach(facts -> details(fields, facts.details()));
    var plan = fields.putArray("plan");
    told.facts()
        .toVector()
        .flatMap(facts -> facts.waves().all())
        .forEach(
            wave ->
                plan.addObject()
                    .put("name", Texts.line(wave.plan().name()))
                    .put("gate", wave.plan().pauseBeforeWave()));
    var detail = EventDetail.NONE.with(fields);
    return told.facts().map(f -> detail.by(f.details().initiatedBy())).getOrElse(detail);
  }

  private static void details(ObjectNode fields, ExecutionDetails details) {
    fields.put("planName", Texts.line(details.planName())).put("type", details.type().name());
  }

  private static ObjectNode servers(Vector<SourceServerId> servers) {
    var fields = JsonNodeFactory.instance.objectNode();
    servers.map(SourceServerId::value).forEach(fields.putArray("servers")::add);
    return fields;
  }

  /** AC-3.4: a wave that completes does not complete the execution, and its line says so. */
  private static EventDetail ended(ToldEvent told, WaveNumber number) {
    var fields = JsonNodeFactory.instance.objectNode().put("finalizes", false);
    told.ended(number)
        .flatMap(wave -> wave.launch())
        .forEach(launch -> fields.put("jobId", launch.jobId().value()));
    told.ended(number)
        .flatMap(Durations::ofWave)
        .map(Duration::toSeconds)
        .forEach(seconds -> fields.put("waveSeconds", seconds));
    return EventDetail.of(number).with(fields);
  }

  private static EventDetail paused(LifecycleEvent.ExecutionPaused event) {
    var before = EventDetail.before(event.before());
    return event.request().map(before::by).getOrElse(() -> before.by("plan"));
  }

  private static EventDetail renewed(LifecycleEvent.PauseRenewed event, ToldEvent told) {
    var before = EventDetail.before(event.before());
    return told.after() instanceof PausedExecution paused
        ? before.with(since(paused.waiting()))
        : before;
  }

  private static ObjectNode since(GateWait waiting) {
    var fields = JsonNodeFactory.instance.objectNode();
    waiting.since().forEach(since -> fields.put("waitingSince", since.toString()));
    return fields;
  }

  /** The workflow resumes; the operator whose intent it found on record has decided it. */
  private static EventDetail resumed(LifecycleEvent.ExecutionResumed event, ToldEvent told) {
    var before = EventDetail.before(event.wave());
    return told.occurrence()
        .before()
        .filter(PausedExecution.class::isInstance)
        .flatMap(paused -> ((PausedExecution) paused).resumeIntent())
        .map(before::by)
        .getOrElse(before);
  }

  private static EventDetail cancelled(ToldEvent told) {
    return told.after() instanceof CancelledExecution cancelled
        ? EventDetail.NONE.by(cancelled.request())
        : EventDetail.NONE;
  }
}
