package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.temporal.ChronoUnit;

/**
 * What is particular to an event.
 *
 * @param wave that the event is about, or stands before
 * @param isOfWave whether it changes that wave, or else the execution
 * @param actor who decided it; absent where nobody but the caller did
 * @param more fields that only events of this kind have
 */
record EventDetail(
    Option<WaveNumber> wave,
    boolean isOfWave,
    Option<String> actor,
    Option<String> cause,
    ObjectNode more) {

  static final EventDetail NONE =
      new EventDetail(Option.none(), false, Option.none(), Option.none(), none());

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  static EventDetail of(ToldEvent told) {
    return EventDetails.of(told);
  }

  /** Of a wave that it changes. */
  static EventDetail of(WaveNumber wave) {
    return new EventDetail(Option.some(wave), true, Option.none(), Option.none(), none());
  }

  /** Of the execution before a wave. */
  static EventDetail before(WaveNumber wave) {
    return new EventDetail(Option.some(wave), false, Option.none(), Option.none(), none());
  }

  EventDetail because(String why) {
    return new EventDetail(wave, isOfWave, actor, Option.some(why), more);
  }

  EventDetail by(String who) {
    return new EventDetail(wave, isOfWave, Option.some(Texts.line(who)), cause, more);
  }

  EventDetail by(OperatorRequest request) {
    // As it is stored, in whole seconds: who reads it back later tells the same.
    var at = request.requestedAt().truncatedTo(ChronoUnit.SECONDS);
    var asked = by(request.requestedBy()).with("requestedAt", at.toString());
    return request.reason().map(asked::because).getOrElse(asked);
  }

  EventDetail with(String field, String value) {
    return new EventDetail(wave, isOfWave, actor, cause, more.deepCopy().put(field, value));
  }

  EventDetail with(String field, long value) {
    return new EventDetail(wave, isOfWave, actor, cause, more.deepCopy().put(field, value));
  }

  EventDetail with(ObjectNode fields) {
    return new EventDetail(wave, isOfWave, actor, cause, more.deepCopy().setAll(fields));
  }

  /** The wave that the event changes. */
  Option<WaveNumber> subject() {
    return wave.filter(number -> isOfWave);
  }
}
