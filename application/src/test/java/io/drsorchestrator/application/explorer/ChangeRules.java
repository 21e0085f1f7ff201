package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Judge.Rule;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What one write may change. */
final class ChangeRules {

  static final Vector<Rule> ALL =
      Vector.of(
          ChangeRules::finalStatesAbsorb,
          ChangeRules::pollsChangeNoStatus,
          ChangeRules::wavesStay,
          ChangeRules::finalizesOnce,
          ChangeRules::cancelIsKept,
          ChangeRules::jobStays,
          ChangeRules::startIsNumbered,
          ChangeRules::factsStay,
          ChangeRules::workflowStays,
          ChangeRules::nothingComesBack);

  private static final Map<String, Set<String>> WAVE_MOVES =
      Map.of(
          "PENDING", Set.of("PENDING", "POLLING", "FAILED", "CANCELLED"),
          "POLLING", Set.of("POLLING", "COMPLETED", "FAILED", "CANCELLED"),
          "COMPLETED", Set.of("COMPLETED"),
          "FAILED", Set.of("FAILED"),
          "CANCELLED", Set.of("CANCELLED"));

  private static final List<String> LIFECYCLE =
      List.of(
          "status",
          "version",
          "pauseRequest",
          "resumeRequest",
          "cancelRequest",
          "taskToken",
          "pausedBeforeWave",
          "endTime",
          "completedTime",
          "totalWaves");

  private static final List<String> OF_THE_PLAN =
      List.of("waveNumber", "waveName", "protectionGroupId", "serverIds", "pauseBeforeWave");

  private static final List<String> FACTS =
      List.of(
          "serverName",
          "launchTime",
          "instanceId",
          "privateIp",
          "hostname",
          "instanceType",
          "instanceState",
          "ipAddress",
          "error");

  private ChangeRules() {}

  private static Option<Violation> finalStatesAbsorb(World before, Reached move) {
    return broken(before.item().hasEnded() && changesLifecycle(before, move), "I2", before, move);
  }

  private static Option<Violation> pollsChangeNoStatus(World before, Reached move) {
    var isPoll = move.isCall("WaveRecords.record") || move.isCall("WaveClaims.recordLaunch");
    return broken(isPoll && changesLifecycle(before, move), "I3", before, move);
  }

  private static boolean changesLifecycle(World before, Reached move) {
    var after = move.world().stored().item();
    return after.exists(item -> LIFECYCLE.stream().anyMatch(n -> differs(before.item(), item, n)));
  }

  private static boolean differs(Raw before, Raw after, String name) {
    return !before.text(name).equals(after.text(name)) || before.has(name) != after.has(name);
  }

  private static Option<Violation> wavesStay(World before, Reached move) {
    var was = before.item().waves();
    var is = move.world().item().waves();
    var stays =
        was.size() == is.size()
            && IntStream.range(0, was.size()).allMatch(n -> stays(was.get(n), is.get(n)));
    return broken(isStill(move) && !stays, "I5", before, move);
  }

  private static boolean stays(Raw was, Raw is) {
    var launched = was.has("jobId") && was.status().equals("POLLING");
    return WAVE_MOVES.getOrDefault(was.status(), Set.of()).contains(is.status())
        && OF_THE_PLAN.stream().noneMatch(name -> differs(was, is, name))
        && !(launched && is.status().equals("CANCELLED"));
  }

  private static Option<Violation> finalizesOnce(World before, Reached move) {
    var isNew =
        !before.item().status().equals("COMPLETED")
            && move.world().item().status().equals("COMPLETED");
    var byWorkflow = move.op().exists(op -> op.order().kind() == Kind.FINALIZE);
    return broken(isNew && !byWorkflow, "I7", before, move);
  }

  private static Option<Violation> cancelIsKept(World before, Reached move) {
    var after = move.world().item();
    var kept = after.has("cancelRequest") && after.has(List.of("CANCELLING", "CANCELLED"));
    return broken(isStill(move) && before.item().has("cancelRequest") && !kept, "I8", before, move);
  }

  private static Option<Violation> jobStays(World before, Reached move) {
    var changes =
        pairs(before, move)
            .exists(p -> p._1.has("jobId") && !p._1.text("jobId").equals(p._2.text("jobId")));
    return broken(changes, "I9", before, move);
  }

  private static Option<Violation> startIsNumbered(World before, Reached move) {
    var after = move.world().item();
    var wrong =
        pairs(before, move)
            .zipWithIndex()
            .exists(
                p ->
                    p._1._1.status().equals("PENDING")
                        && p._1._2.status().equals("POLLING")
                        && after.number("currentWave") != p._2 + 1);
    return broken(wrong, "currentWave is not the wave that starts", before, move);
  }

  private static Option<Violation> factsStay(World before, Reached move) {
    var lost = pairs(before, move).exists(p -> losesFacts(p._1.parts("serverStatuses"), p._2));
    return broken(lost, "I11", before, move);
  }

  private static boolean losesFacts(List<Raw> was, Raw wave) {
    var is = wave.parts("serverStatuses");
    return is.size() < was.size()
        || IntStream.range(0, was.size()).anyMatch(n -> losesFact(was.get(n), is.get(n)));
  }

  private static boolean losesFact(Raw was, Raw is) {
    return FACTS.stream().anyMatch(fact -> isKnown(was, fact) && !isKnown(is, fact))
        || (isDecided(was) && !isDecided(is));
  }

  private static boolean isKnown(Raw server, String fact) {
    var value = server.text(fact);
    return !value.isEmpty() && !value.equals("0") && !value.equals(server.text("sourceServerId"));
  }

  private static boolean isDecided(Raw server) {
    return Set.of("LAUNCHED", "FAILED").contains(server.text("launchStatus"));
  }

  private static Option<Violation> workflowStays(World before, Reached move) {
    var name = "stateMachineArn";
    var changes = before.item().has(name) && differs(before.item(), move.world().item(), name);
    return broken(isStill(move) && changes, "another workflow", before, move);
  }

  private static boolean isStill(Reached move) {
    return move.world().stored().item().isDefined();
  }

  private static Option<Violation> nothingComesBack(World before, Reached move) {
    var wasGone = before.stored().item().isEmpty();
    return broken(wasGone && isStill(move), "back after its deletion", before, move);
  }

  private static Vector<io.vavr.Tuple2<Raw, Raw>> pairs(World before, Reached move) {
    return Vector.ofAll(before.item().waves()).zip(Vector.ofAll(move.world().item().waves()));
  }
}
