package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.RecoveryInstances.LogEvent;
import io.vavr.API;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.drs.model.JobLog;

/** An item of a job's log, with its data as DRS sent it. */
final class LogEvents {

  /** DRS allows 65,536 characters, in each event. */
  private static final int LONGEST_TEXT = 1000;

  private LogEvents() {}

  static LogEvent of(JobLog item) {
    return new LogEvent(
        AwsText.present(item.eventAsString()).getOrElse("UNKNOWN"),
        AwsText.present(item.logDateTime()),
        DrsTime.parse(item.logDateTime()),
        Option.<SdkPojo>of(item.eventData()).map(LogEvents::fields).getOrElse(HashMap.empty()));
  }

  /** Under the names on the wire, such as {@code sourceServerID}; what is absent is left out. */
  private static Map<String, Object> fields(SdkPojo pojo) {
    return Vector.ofAll(pojo.sdkFields())
        .flatMap(
            field ->
                Option.<Object>of(field.getValueOrDefault(pojo))
                    .flatMap(LogEvents::plain)
                    .map(value -> API.Tuple(field.locationName(), value)))
        .toLinkedMap(pair -> pair);
  }

  /** Lists and maps that the SDK has made up are absent. */
  private static Option<Object> plain(Object value) {
    if (value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
      return Option.none();
    }
    if (value instanceof SdkPojo pojo) {
      return Option.some(fields(pojo).toJavaMap());
    }
    if (value instanceof List<?> list) {
      return Option.some(Vector.ofAll(list).flatMap(LogEvents::present).toJavaList());
    }
    if (value instanceof java.util.Map<?, ?> map) {
      return Option.some(entries(map));
    }
    return Option.some(scalar(value));
  }

  private static Option<Object> present(@Nullable Object value) {
    return Option.of(value).flatMap(LogEvents::plain);
  }

  private static java.util.Map<String, Object> entries(java.util.Map<?, ?> map) {
    var entries = new java.util.LinkedHashMap<String, Object>();
    map.forEach((key, value) -> present(value).forEach(v -> entries.put(String.valueOf(key), v)));
    return entries;
  }

  private static Object scalar(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : AwsText.truncated(value.toString(), LONGEST_TEXT);
  }
}
