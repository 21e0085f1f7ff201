package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.execution.Executions.STRANGER;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Whatever workflows, operators, pollers and DRS do to an execution, in whatever order and however
 * often: I1 to I12 hold after every move. A failure prints the plan and the moves that led to it,
 * shortened; {@code @Property(seed = "...")} with the printed seed repeats it. {@code
 * -Djqwik.tries.default=100000} looks for longer.
 */
class LifecycleProperties {

  private static final int MOVES = 80;

  @Property(edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void invariants_hold_after_every_move(@ForAll("lives") ActionChain<World> life) {
    var watched = Invariants.all().foldLeft(life, (l, i) -> l.withInvariant(i._1, i._2));

    var end = watched.run();

    collect(end);
    requireThatNothingIsVacuous();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatever_happened_an_obedient_workflow_brings_it_to_an_end(
      @ForAll("lives") ActionChain<World> life) {
    var world = life.run();
    for (int move = 0; move < 200 && !isFinal(world); move++) {
      world = Moves.obey(world);
    }

    assertThat(isFinal(world)).as("%s", world.execution()).isTrue();
  }

  private static boolean isFinal(World world) {
    return Vector.of("COMPLETED", "FAILED", "CANCELLED")
        .contains(world.execution().status().name());
  }

  /** Every state is met often, and every refusal at all: else the property proves little. */
  private static void requireThatNothingIsVacuous() {
    atLeast(ExecutionStatus.COMPLETED, 25);
    atLeast(ExecutionStatus.FAILED, 15);
    atLeast(ExecutionStatus.CANCELLED, 15);
    atLeast(ExecutionStatus.PAUSED, 35);
    atLeast(ExecutionStatus.CANCELLING, 10);
    Statistics.label("completed several waves")
        .coverage(c -> c.check(true).percentage(p -> p >= 15));
    refusals().forEach(LifecycleProperties::atLeastOnce);
  }

  private static void collect(World end) {
    for (var status : ExecutionStatus.values()) {
      Statistics.label("reached " + status).collect(end.history().statuses().contains(status));
    }
    Statistics.label("completed several waves")
        .collect(
            end.plan().size() > 1 && end.history().statuses().contains(ExecutionStatus.COMPLETED));
    refusals()
        .forEach(
            refusal ->
                Statistics.label("refused " + refusal)
                    .collect(end.history().refusals().contains(refusal)));
  }

  private static void atLeast(ExecutionStatus status, double percentage) {
    Statistics.label("reached " + status)
        .coverage(c -> c.check(true).percentage(p -> p >= percentage));
  }

  private static void atLeastOnce(String refusal) {
    Statistics.label("refused " + refusal).coverage(c -> c.check(true).count(n -> n > 0));
  }

  /** All but what the application answers, and what only items of older systems lead to. */
  private static Vector<String> refusals() {
    return Vector.ofAll(Arrays.asList(LifecycleViolation.class.getPermittedSubclasses()))
        .map(Class::getSimpleName)
        .removeAll(Vector.of("AlreadyEnded", "NobodyWaits"));
  }

  @Provide
  Arbitrary<ActionChain<World>> lives() {
    return plans().flatMap(LifecycleProperties::lifeOf);
  }

  /** One to five waves of one to four servers, with gates anywhere. */
  private static Arbitrary<Vector<WavePlan>> plans() {
    var wave =
        Arbitraries.integers()
            .between(1, 4)
            .tuple1()
            .flatMap(servers -> gates().map(gate -> Tuple.of(servers.get1(), gate)));
    return wave.list().ofMinSize(1).ofMaxSize(5).map(Vector::ofAll).map(LifecycleProperties::plan);
  }

  private static Arbitrary<Boolean> gates() {
    return Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true));
  }

  private static Vector<WavePlan> plan(Vector<Tuple.Tuple2<Integer, Boolean>> waves) {
    return waves.zipWithIndex(
        (wave, number) -> {
          var plan = SampleWaves.plan(number, wave.get1());
          return wave.get2() ? SampleWaves.gated(plan) : plan;
        });
  }

  private static Arbitrary<ActionChain<World>> lifeOf(Vector<WavePlan> plan) {
    return ending(operating(polling(starting(begin(plan))))).withMaxTransformations(MOVES);
  }

  private static ActionChainArbitrary<World> begin(Vector<WavePlan> plan) {
    return ActionChain.startWith(() -> World.of(plan))
        .withAction(60, move("obey", Moves::obey))
        .withAction(8, any("time passes", times(), Moves::pass))
        .withAction(
            6,
            any(
                "DRS goes on",
                Arbitraries.frequency(
                    Tuple.of(3, Polls.Course.BEGIN),
                    Tuple.of(3, Polls.Course.LAUNCH_ONE),
                    Tuple.of(3, Polls.Course.LAUNCH_ALL),
                    Tuple.of(1, Polls.Course.FAIL_ONE),
                    Tuple.of(2, Polls.Course.END)),
                Polls::goOn));
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.frequency(
        Tuple.of(8, Duration.ofSeconds(20)),
        Tuple.of(4, Duration.ofMinutes(3)),
        Tuple.of(2, Duration.ofMinutes(11)),
        Tuple.of(1, Duration.ofHours(25)));
  }

  private static ActionChainArbitrary<World> starting(ActionChainArbitrary<World> life) {
    return life.withAction(8, any("claim a wave ahead by", ahead(), Moves::claim))
        .withAction(6, move("StartRecovery", Moves::startRecovery))
        .withAction(6, move("record the job", Moves::recordLaunch))
        .withAction(1, any("fail the launch ahead by", ahead(), Moves::failLaunch));
  }

  private static Arbitrary<Integer> ahead() {
    return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1), Tuple.of(1, -1));
  }

  private static ActionChainArbitrary<World> polling(ActionChainArbitrary<World> life) {
    var old = Arbitraries.integers().between(0, 30);
    return life.withAction(
            12, any("poll, answered", Arbitraries.of(Polls.Answer.class), Polls::poll))
        .withAction(6, any("poll, answered as in", old, Polls::pollStale))
        .withAction(4, any("poll the wave as read in", old, Polls::pollOutdated))
        .withAction(6, any("write the progress of", old, Polls::writeLate));
  }

  private static ActionChainArbitrary<World> operating(ActionChainArbitrary<World> life) {
    var caller =
        Arbitraries.frequency(Tuple.of(4, Caller.THE_WORKFLOW), Tuple.of(1, Caller.A_STRANGER));
    return life.withAction(4, move("ask to pause", Moves::requestPause))
        .withAction(4, any("pause", caller, (world, who) -> Moves.pause(world, who.authority())))
        .withAction(4, move("ask to resume", Moves::requestResume))
        .withAction(4, any("resume", caller, (world, who) -> Moves.resume(world, who.authority())))
        .withAction(
            4, any("finalize", caller, (world, who) -> Moves.finalizeBy(world, who.authority())));
  }

  private enum Caller {
    THE_WORKFLOW,
    A_STRANGER;

    WorkflowAuthority authority() {
      return switch (this) {
        case THE_WORKFLOW -> WORKFLOW;
        case A_STRANGER -> STRANGER;
      };
    }
  }

  private static ActionChainArbitrary<World> ending(ActionChainArbitrary<World> life) {
    return life.withAction(2, move("cancel", Moves::requestCancel))
        .withAction(6, move("finish the cancel", Moves::finishCancel))
        .withAction(4, move("abandon the claim", Moves::abandon))
        .withAction(3, move("fail", Moves::fail))
        .withAction(1, move("the workflow dies", Moves::workflowDied));
  }

  private static Action.Independent<World> move(String name, Move move) {
    return Action.just(name, Transformer.transform(name, move));
  }

  private static <T> Action.Independent<World> any(
      String name, Arbitrary<T> values, BiFunction<World, T, World> move) {
    return () ->
        values.map(
            value -> Transformer.transform(name + " " + value, world -> move.apply(world, value)));
  }
}
