package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What is true in DRS, whatever the orchestrator has seen of it: the oracle for success.
 *
 * @param jobs by wave; a wave that was launched twice would have two
 */
record Drs(Map<Integer, Vector<Job>> jobs) {

  static final Drs IDLE = new Drs(HashMap.empty());

  /** A job with the launch status of each of its servers, in DRS's own words. */
  record Job(JobId id, boolean ended, Map<SourceServerId, String> servers) {

    Job with(SourceServerId server, String word) {
      return new Job(id, ended, servers.put(server, word));
    }

    Job end() {
      return new Job(id, true, servers);
    }

    /** The first server of which nothing final is true yet. */
    Option<SourceServerId> undecided() {
      return servers
          .find(server -> !server._2.equals("LAUNCHED") && !server._2.equals("FAILED"))
          .map(server -> server._1);
    }

    boolean launchedAll(Vector<SourceServerId> planned) {
      return planned.nonEmpty()
          && planned.forAll(server -> servers.get(server).contains("LAUNCHED"));
    }
  }

  /** StartRecovery, which is not idempotent. */
  Drs start(int wave, Vector<SourceServerId> servers) {
    var earlier = of(wave);
    var id = new JobId("drsjob-%d-%d".formatted(wave, earlier.size()));
    var words = LinkedHashMap.ofEntries(servers.map(s -> Tuple.of(s, "PENDING")));
    return new Drs(jobs.put(wave, earlier.append(new Job(id, false, words))));
  }

  Vector<Job> of(int wave) {
    return jobs.get(wave).getOrElse(Vector.empty());
  }

  Drs update(int wave, Job job) {
    return new Drs(jobs.put(wave, of(wave).update(0, job)));
  }

  /** An honest answer; a rich one also tells what EC2 knows. */
  static JobObservation answer(Job job, boolean rich) {
    return new JobObservation(
        Option.some(state(job)), job.servers().map((id, word) -> told(id, word, rich)));
  }

  private static JobState state(Job job) {
    return new JobState(
        job.ended() ? "COMPLETED" : "STARTED",
        Option.some(NOON),
        Option.when(job.ended(), NOON.plusSeconds(900)));
  }

  private static Tuple2<SourceServerId, ServerObservation> told(
      SourceServerId id, String word, boolean rich) {
    var bare = ServerObservation.of(new LaunchStatus(word));
    return Tuple.of(id, rich ? enriched(id, word) : bare);
  }

  private static ServerObservation enriched(SourceServerId id, String word) {
    var up = word.equals("LAUNCHED");
    return new ServerObservation(
        new LaunchStatus(word),
        Option.when(up, "i-of-" + id),
        new SourceMachine(Option.some("name-of-" + id), Option.some("192.0.2.1"), Option.none()),
        up ? instance() : RecoveryInstance.UNKNOWN,
        Option.when(word.equals("FAILED"), "no capacity"));
  }

  private static RecoveryInstance instance() {
    return new RecoveryInstance(
        Option.some("10.0.0.1"),
        Option.some("host"),
        Option.some("m5.large"),
        Option.some("running"),
        Option.some(NOON.plusSeconds(300)));
  }
}
