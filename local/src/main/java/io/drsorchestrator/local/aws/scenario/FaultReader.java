package io.drsorchestrator.local.aws.scenario;

import io.drsorchestrator.local.aws.drs.DrsProtocol;
import io.drsorchestrator.local.aws.drs.Operations;
import io.drsorchestrator.local.aws.ec2.Ec2Protocol;
import io.drsorchestrator.local.aws.fault.CallPattern;
import io.drsorchestrator.local.aws.fault.Effect;
import io.drsorchestrator.local.aws.fault.Fault;
import io.drsorchestrator.local.aws.fault.Occurrence;
import io.drsorchestrator.local.aws.input.StrictObject;
import io.drsorchestrator.local.aws.sns.SnsProtocol;
import io.drsorchestrator.local.aws.sts.StsProtocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The reader of one entry in {@code faults}. */
final class FaultReader {

  private static final int MAX_SECONDS = Integer.MAX_VALUE;
  private static final List<String> EFFECTS =
      List.of(
          "delay", "throttle", "error", "disconnect", "loseAnswer", "unknownEnum", "missingFields");

  private FaultReader() {}

  static Fault read(StrictObject object) {
    CallPattern calls = calls(object);
    Occurrence occurrence = occurrence(object);
    Duration delay = seconds(object, "delaySeconds").orElse(Duration.ZERO);
    Effect effect = effect(object, delay);
    object.done();
    return new Fault(calls, occurrence, delay, effect);
  }

  private static CallPattern calls(StrictObject object) {
    List<String> services =
        List.of(DrsProtocol.SERVICE, Ec2Protocol.SERVICE, StsProtocol.SERVICE, SnsProtocol.SERVICE);
    String service = required(object, "service", services);
    List<String> operations = new ArrayList<>(known(service));
    operations.add(CallPattern.ANY);
    return new CallPattern(
        service,
        object.optionalText("operation", operations).orElse(CallPattern.ANY),
        object.optionalText("accountId"),
        object.optionalText("region"),
        object.optionalText("page", List.of("later")).isPresent());
  }

  private static Collection<String> known(String service) {
    return switch (service) {
      case DrsProtocol.SERVICE -> Operations.names();
      case Ec2Protocol.SERVICE -> new TreeSet<>(Ec2Protocol.operations());
      case SnsProtocol.SERVICE -> Set.of(SnsProtocol.PUBLISH);
      default -> Set.of(StsProtocol.ASSUME_ROLE);
    };
  }

  private static Occurrence occurrence(StrictObject object) {
    Occurrence always = Occurrence.ALWAYS;
    Occurrence read =
        new Occurrence(
            object.optionalInt("afterCalls", 0, Integer.MAX_VALUE).orElse(always.afterCalls()),
            object.optionalInt("count", 1, Integer.MAX_VALUE).orElse(always.count()),
            object.optionalFraction("probability", 0, 1).orElse(always.probability()),
            seconds(object, "fromSeconds").orElse(always.from()),
            seconds(object, "untilSeconds").orElse(always.until()));
    if (read.until().compareTo(read.from()) <= 0) {
      throw object.wrong("untilSeconds", "" + read.until().toSeconds(), "a time after fromSeconds");
    }
    return read;
  }

  private static Effect effect(StrictObject object, Duration delay) {
    return switch (required(object, "effect", EFFECTS)) {
      case "throttle" ->
          new Effect.Throttle(object.optionalInt("retryAfterSeconds", 0, MAX_SECONDS));
      case "error" ->
          new Effect.Fail(object.optionalText("errorCode"), object.optionalInt("status", 400, 599));
      case "disconnect" -> new Effect.Disconnect();
      case "loseAnswer" -> new Effect.LoseAnswer(object.optionalText("errorCode"));
      case "unknownEnum" -> new Effect.UnknownEnum(fields(object));
      case "missingFields" -> new Effect.MissingFields(fields(object));
      default -> delay(object, delay);
    };
  }

  private static Effect delay(StrictObject object, Duration delay) {
    if (delay.isZero()) {
      throw object.wrong("delaySeconds", "absent", "the seconds of the delay");
    }
    return new Effect.Delay();
  }

  private static Set<String> fields(StrictObject object) {
    List<String> fields = object.texts("fields");
    if (fields.isEmpty()) {
      throw object.wrong("fields", "absent", "names of fields in the answer");
    }
    return Set.copyOf(fields);
  }

  private static Optional<Duration> seconds(StrictObject object, String field) {
    return object.optionalInt(field, 0, MAX_SECONDS).map(Duration::ofSeconds);
  }

  private static String required(StrictObject object, String field, List<String> allowed) {
    return object
        .optionalText(field, allowed)
        .orElseThrow(() -> object.wrong(field, "absent", String.join(", ", allowed)));
  }
}
