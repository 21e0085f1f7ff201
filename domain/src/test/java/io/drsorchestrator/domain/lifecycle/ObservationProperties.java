package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Any answers of DRS, in any order, about a wave of three servers. */
class ObservationProperties {

  private static final RunningWave WAVE = SampleWaves.running(SampleWaves.plan(0, 3));
  private static final Vector<String> SUCCESS = Vector.of("LAUNCHED");
  private static final Vector<String> FAILURE = Vector.of("FAILED", "TERMINATED");

  @Property
  void a_repeated_answer_changes_nothing(
      @ForAll("answers") Vector<JobObservation> earlier, @ForAll("answer") JobObservation answer) {
    var once = look(lookAtAll(earlier), answer, NOON);

    assertThat(withoutRevision(look(once, answer, NOON))).isEqualTo(withoutRevision(once));
  }

  @Property
  void what_is_known_only_grows(
      @ForAll("answers") Vector<JobObservation> earlier, @ForAll("answer") JobObservation answer) {
    var known = lookAtAll(earlier);

    var after = look(known, answer, NOON.plusSeconds(60));

    known.servers().zip(after.servers()).forEach(pair -> assertGrown(pair._1, pair._2));
    assertThat(Invariants.endOfJob(after)).containsAll(Invariants.endOfJob(known));
  }

  @Property
  void an_answer_without_the_job_decides_nothing_at_once(
      @ForAll("answers") Vector<JobObservation> earlier) {
    var known = lookAtAll(earlier);

    var after = look(known, SampleWaves.noJob(), NOON.plusSeconds(60));

    assertThat(after.status()).isEqualTo(known.status());
  }

  @Property
  void a_late_writer_does_not_undo_the_end_of_a_wave(
      @ForAll("answers") Vector<JobObservation> earlier, @ForAll("answer") JobObservation late) {
    var execution = execution().withWaves(2).withCurrent(plan -> WAVE).polling();
    var outdated = execution.observe(WAVE, late, NOON, POLICY);

    var ended = pollAll(execution, earlier.append(SampleWaves.success(WAVE)));

    assertThat(World.kinds(ended).head()).isIn("COMPLETED", "FAILED");
    assertThat(ended.after(outdated)).isEqualTo(ended);
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void the_verdict_is_a_fold_over_the_own_servers(
      @ForAll("words") Vector<String> words, @ForAll("jobWord") String job) {
    var seen = SampleWaves.look(job, told(words.map(ObservationProperties::poor)));

    var status = look(WAVE, seen, NOON).status();

    assertThat(status).isEqualTo(verdict(words, job));
    requireEachVerdict(status);
  }

  /** The rule of the design, in words of DRS: nothing is decided before the job has ended. */
  private static WaveStatus verdict(Vector<String> words, String job) {
    if (!job.equals("COMPLETED") || !words.forAll(SUCCESS.appendAll(FAILURE)::contains)) {
      return WaveStatus.POLLING;
    }
    return words.forAll(SUCCESS::contains) ? WaveStatus.COMPLETED : WaveStatus.FAILED;
  }

  private static void requireEachVerdict(WaveStatus status) {
    Statistics.collect(status);
    Statistics.coverage(
        coverage -> {
          coverage.check(WaveStatus.POLLING).count(n -> n > 0);
          coverage.check(WaveStatus.COMPLETED).count(n -> n > 0);
          coverage.check(WaveStatus.FAILED).count(n -> n > 0);
        });
  }

  @Property
  void a_poll_never_changes_the_status_and_counts_what_is_completed(
      @ForAll @IntRange(max = 2) int completed,
      @ForAll boolean cancelled,
      @ForAll("answer") JobObservation answer) {
    var fixture = execution().withWaves(4).withCompletedWaves(completed).withRunningWave();
    RunningExecution before = cancelled ? fixture.cancelling() : fixture.polling();
    var wave = SampleWaves.running(fixture.plan().get(completed));

    var progress = before.observe(wave, answer, NOON, POLICY);
    var after = before.after(progress);

    assertThat(after).hasSameClassAs(before);
    assertThat(progress.completedWaves())
        .isEqualTo(World.kinds((Execution) after).count("COMPLETED"::equals));
  }

  @Property
  void a_wave_ends_in_time_whatever_drs_answers(
      @ForAll("answers") Vector<JobObservation> answers, @ForAll("answer") JobObservation last) {
    var afterDeadline = NOON.plus(POLICY.deadline()).plusSeconds(1);
    var known = look(lookAtAll(answers), last, afterDeadline);

    var end = look(known, last, afterDeadline.plus(POLICY.settling()));

    assertThat(end.status()).isIn(WaveStatus.COMPLETED, WaveStatus.FAILED);
  }

  private static PollingExecution pollAll(
      PollingExecution execution, Vector<JobObservation> answers) {
    return answers.foldLeft(
        execution,
        (before, answer) ->
            Store.waves(before).head() instanceof RunningWave wave
                ? before.after(before.observe(wave, answer, NOON, POLICY))
                : before);
  }

  private static Wave lookAtAll(Vector<JobObservation> answers) {
    return answers.<Wave>foldLeft(WAVE, (wave, answer) -> look(wave, answer, NOON));
  }

  private static Wave look(Wave wave, JobObservation answer, Instant now) {
    return wave instanceof RunningWave running ? running.observe(answer, now, POLICY) : wave;
  }

  private static Wave withoutRevision(Wave wave) {
    return wave instanceof RunningWave running
        ? new RunningWave(
            running.plan(),
            running.startTime(),
            running.jobId(),
            running.region(),
            running.servers(),
            running.job(),
            running.missingSince(),
            0)
        : wave;
  }

  private static void assertGrown(Server before, Server after) {
    var decided = SUCCESS.appendAll(FAILURE);
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(decided.contains(after.launchStatus().name()))
        .isIn(true, decided.contains(before.launchStatus().name()));
    assertThat(after.launchTime()).containsAll(before.launchTime());
    assertThat(facts(after)).containsAll(facts(before));
  }

  private static Vector<String> facts(Server server) {
    return Vector.of(
            server.instanceId(),
            server.source().name(),
            server.source().ipAddress(),
            server.source().instanceId(),
            server.instance().privateIp(),
            server.instance().hostname(),
            server.instance().instanceType(),
            server.instance().state(),
            server.error())
        .zipWithIndex((fact, number) -> fact.map(value -> number + value))
        .flatMap(fact -> fact);
  }

  @Provide
  Arbitrary<Vector<JobObservation>> answers() {
    return answer().list().ofMaxSize(6).map(Vector::ofAll);
  }

  @Provide
  Arbitrary<JobObservation> answer() {
    var servers = Combinators.combine(word(), Arbitraries.of(true, false)).as(this::server);
    return Combinators.combine(jobWord().injectNull(0.2), servers.list().ofMaxSize(3))
        .as((job, told) -> answer(Option.of(job), told(Vector.ofAll(told))));
  }

  private static JobObservation answer(
      Option<String> job, Map<SourceServerId, ServerObservation> told) {
    return new JobObservation(job.flatMap(word -> SampleWaves.look(word, told).job()), told);
  }

  private ServerObservation server(String word, boolean rich) {
    var launch = SampleServers.everythingAboutALaunch();
    return rich
        ? new ServerObservation(
            new LaunchStatus(word),
            launch.instanceId(),
            launch.source(),
            launch.instance(),
            launch.error())
        : poor(word);
  }

  private static ServerObservation poor(String word) {
    return ServerObservation.of(new LaunchStatus(word));
  }

  private static Map<SourceServerId, ServerObservation> told(Vector<ServerObservation> servers) {
    return servers
        .zipWithIndex((told, number) -> Tuple.of(SampleServers.serverId(0, number), told))
        .toMap(server -> server);
  }

  @Provide
  Arbitrary<Vector<String>> words() {
    return word().list().ofSize(3).map(Vector::ofAll);
  }

  private static Arbitrary<String> word() {
    return Arbitraries.frequency(
        net.jqwik.api.Tuple.of(12, "LAUNCHED"),
        net.jqwik.api.Tuple.of(2, "FAILED"),
        net.jqwik.api.Tuple.of(2, "TERMINATED"),
        net.jqwik.api.Tuple.of(1, "PENDING"),
        net.jqwik.api.Tuple.of(1, "IN_PROGRESS"),
        net.jqwik.api.Tuple.of(1, "SOMETHING_NEW"));
  }

  @Provide
  Arbitrary<String> jobWord() {
    return Arbitraries.of("COMPLETED", "COMPLETED", "STARTED", "PENDING", "SOMETHING_NEW");
  }
}
