package io.drsorchestrator.local.aws.scenario;

import io.drsorchestrator.local.aws.drs.Disturbance;
import io.drsorchestrator.local.aws.drs.Failure;
import io.drsorchestrator.local.aws.drs.ServerBehaviour;
import io.drsorchestrator.local.aws.drs.Stage;
import io.drsorchestrator.local.aws.input.StrictObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reader of one entry in {@code servers}. */
final class ServerReader {

  private static final List<String> STAGES = List.of("snapshot", "conversion", "launch");
  private static final double MAX_FACTOR = 1000;

  private ServerReader() {}

  static ServerBehaviour read(StrictObject object) {
    String match = object.text("match");
    int launches = object.optionalInt("launches", 1, Integer.MAX_VALUE).orElse(Integer.MAX_VALUE);
    List<Disturbance> disturbances = new ArrayList<>();
    object.optionalObject("fail").map(ServerReader::fails).ifPresent(disturbances::add);
    object.optionalObject("slow").map(ServerReader::slow).ifPresent(disturbances::add);
    stage(object, "stuckAt").map(Disturbance.Stuck::new).ifPresent(disturbances::add);
    seconds(object, "instanceIdDelaySeconds")
        .map(Disturbance.LateInDrs::new)
        .ifPresent(disturbances::add);
    seconds(object, "ec2DelaySeconds").map(Disturbance.LateInEc2::new).ifPresent(disturbances::add);
    seconds(object, "jobVanishesAfterSeconds")
        .map(Disturbance.JobVanishes::new)
        .ifPresent(disturbances::add);
    object.done();
    return new ServerBehaviour(match, launches, disturbances);
  }

  private static Disturbance fails(StrictObject object) {
    Stage at =
        stage(object, "at")
            .orElseThrow(() -> object.wrong("at", "absent", String.join(", ", STAGES)));
    Failure failure = new Failure(at, object.text("reason"));
    object.done();
    return new Disturbance.Fails(failure);
  }

  private static Disturbance slow(StrictObject object) {
    double factor = object.optionalFraction("factor", 0, MAX_FACTOR).orElse(1.0);
    Duration extra = seconds(object, "extraSeconds").orElse(Duration.ZERO);
    object.done();
    return new Disturbance.Slow(factor, extra);
  }

  private static Optional<Stage> stage(StrictObject object, String field) {
    return object
        .optionalText(field, STAGES)
        .map(name -> Stage.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Duration> seconds(StrictObject object, String field) {
    return object.optionalInt(field, 0, Integer.MAX_VALUE).map(Duration::ofSeconds);
  }
}
