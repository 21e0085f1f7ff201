package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobStatus;
import io.drsorchestrator.local.aws.drs.LaunchStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What DRS itself says when a wave becomes COMPLETED: its job has ended, and every server of the
 * wave has been launched by it.
 */
final class LaunchRules {

  private LaunchRules() {}

  static Stream<Violation> check(Item before, Item after, List<JobState> jobs) {
    return IntStream.range(0, after.waves().size())
        .filter(n -> isCompleted(before, after, n))
        .mapToObj(n -> after.waves().get(n))
        .filter(wave -> !isLaunched(wave, jobs))
        .map(wave -> new Violation("OUTCOME", "COMPLETED, and DRS says " + job(wave, jobs)));
  }

  private static boolean isCompleted(Item before, Item after, int wave) {
    boolean was =
        wave < before.waves().size() && before.waves().get(wave).status().equals("COMPLETED");
    return !was && after.waves().get(wave).status().equals("COMPLETED");
  }

  private static boolean isLaunched(Item wave, List<JobState> jobs) {
    return job(wave, jobs)
        .filter(job -> job.status() == JobStatus.COMPLETED)
        .filter(job -> !job.participants().isEmpty())
        .filter(
            job ->
                job.participants().stream()
                    .allMatch(server -> server.launchStatus() == LaunchStatus.LAUNCHED))
        .isPresent();
  }

  private static Optional<JobState> job(Item wave, List<JobState> jobs) {
    return jobs.stream().filter(job -> job.jobId().equals(wave.text("jobId"))).findFirst();
  }
}
