package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;

/** DRS would not launch the plan's servers as things are. */
public sealed interface LimitRefusal extends StartRefusal {

  /** The most servers that one DRS job, and so one wave, can launch (AWS quota L-B827C881). */
  int MAX_SERVERS_PER_WAVE = 100;

  /** The most DRS jobs at a time in an account and Region (AWS quota L-D88FAC3A). */
  int MAX_JOBS = 20;

  /** The most servers in all DRS jobs of an account and Region (AWS quota L-05AFA8C6). */
  int MAX_SERVERS_IN_JOBS = 500;

  @Override
  default Kind kind() {
    return Kind.LIMIT;
  }

  record WavesTooLarge(Vector<TargetWave> waves) implements LimitRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String code() {
      return "WAVE_SIZE_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
      return waves.map(WavesTooLarge::message).mkString("; ");
    }

    public static String message(TargetWave wave) {
      return "Wave %d (%s) has %d servers, the limit is %d"
          .formatted(
              wave.plan().number().ordinal(),
              wave.plan().name(),
              wave.servers().size(),
              MAX_SERVERS_PER_WAVE);
    }
  }

  /** The execution's item, or a write to it, could become larger than DynamoDB takes. */
  record PlanTooLarge(PlanSize size) implements LimitRefusal {

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String code() {
      return "PLAN_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The plan has %d waves with %d servers, for which its execution may need %d bytes; the limit is %d waves, %d bytes, and so %d servers in as many waves"
          .formatted(
              size.waves(),
              size.servers(),
              size.bytes(),
              PlanSize.MOST_WAVES,
              PlanSize.MOST_BYTES,
              size.mostServers());
    }
  }

  record TooManyJobs(DrsScope scope, Vector<ActiveJob> jobs) implements LimitRefusal {

    @Override
    public String code() {
      return "CONCURRENT_JOBS_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
      return "DRS runs %d jobs in %s, the limit is %d"
          .formatted(jobs.size(), scope.region(), MAX_JOBS);
    }
  }

  /**
   * The plan's largest wave does not fit in.
   *
   * @param inJobs servers in jobs that have not ended
   * @param largestWave servers of the plan that would be in a job at one time
   */
  record TooManyServersInJobs(DrsScope scope, int inJobs, int largestWave) implements LimitRefusal {

    public int total() {
      return inJobs + largestWave;
    }

    @Override
    public String code() {
      return "SERVERS_IN_JOBS_LIMIT_EXCEEDED";
    }

    @Override
    public String message() {
      return "%d servers are in DRS jobs in %s; with the %d of the largest wave it would be %d, the limit is %d"
          .formatted(inJobs, scope.region(), largestWave, total(), MAX_SERVERS_IN_JOBS);
    }
  }

  record UnhealthyServers(Vector<Unhealthy> servers, int healthyCount) implements LimitRefusal {

    /** A server that DRS cannot recover now. */
    public record Unhealthy(SourceServerId server, String hostname, String state, String reason) {}

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String code() {
      return "UNHEALTHY_SERVER_REPLICATION";
    }

    @Override
    public String message() {
      return "%d server(s) cannot be recovered: %s"
          .formatted(
              servers.size(),
              servers.map(s -> "%s (%s)".formatted(s.server(), s.state())).mkString(", "));
    }
  }
}
