package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Result.Version;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.EndedExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** What an invocation can tell apart in the answer of a port, whatever its type. */
final class ValueDigest {

  private static final java.util.Map<Class<?>, RecordComponent[]> COMPONENTS =
      new ConcurrentHashMap<>();

  private final Instant now;
  private Vector<Version> versions = Vector.empty();
  private Names names = Names.NONE;
  private long kind;

  ValueDigest(Instant now) {
    this.now = now;
  }

  Result result(String call, Result.Outcome outcome) {
    long digest =
        outcome.value().fold(fault -> Mix.of(fault.getClass().getName()), value -> of("", value));
    return new Result(call, outcome, Mix.of(Mix.of(call), digest), kind, versions, names);
  }

  private long of(String name, Object value) {
    if (value instanceof String text) {
      names = names.and(Names.in(text));
      return Mix.of(text);
    }
    if (value instanceof Instant time) {
      return Age.of(name, time.getEpochSecond(), now);
    }
    if (value instanceof Option<?> option) {
      return option.isEmpty() ? 3 : Mix.of(5, of(name, option.get()));
    }
    if (value instanceof Map<?, ?> map) {
      return map.toVector().map(this::entry).sorted().foldLeft(13L, Mix::of);
    }
    if (value instanceof Seq<?> list) {
      return list.map(one -> of(name, one)).foldLeft(11L, Mix::of);
    }
    return value instanceof Record record ? record(record) : Mix.of(String.valueOf(value));
  }

  private long entry(Tuple2<?, ?> entry) {
    return Mix.of(of("", entry._1), of("", entry._2));
  }

  private long record(Record record) {
    if (record instanceof Revision) {
      return 1;
    }
    if (record instanceof EndedExecution) {
      kind = Mix.of(record.getClass().getName());
    }
    if (record instanceof ActiveExecution execution) {
      kind = Mix.of(Mix.of(record.getClass().getName()), of("", execution.facts().workflow()));
      var wave = execution.waves().active().filter(RunningWave.class::isInstance);
      var revision = wave.map(w -> ((RunningWave) w).revision()).getOrElse(-1);
      versions = versions.append(new Version(execution.facts().revision().value(), revision));
    }
    long hash = Mix.of(record.getClass().getName());
    for (var component : components(record.getClass())) {
      if (!isWaveRevision(record, component)) {
        hash = Mix.of(hash, of(component.getName(), read(record, component)));
      }
    }
    return hash;
  }

  private static boolean isWaveRevision(Record record, RecordComponent component) {
    return record instanceof RunningWave && component.getName().equals("revision");
  }

  private static RecordComponent[] components(Class<?> type) {
    return COMPONENTS.computeIfAbsent(
        type,
        t -> {
          var components = t.getRecordComponents();
          for (var component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        });
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
