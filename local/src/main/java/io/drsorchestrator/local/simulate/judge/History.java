package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.simulate.scenario.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that was stored, asked for and answered, in the order in which it happened. */
public final class History {

  private static final String LOCK = "execution-lock-";

  private final Map<String, List<Version>> versions = new LinkedHashMap<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private final List<Acknowledged> attempts = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final Supplier<List<JobState>> jobs;
  private final Set<String> launches = new HashSet<>();
  private int writes;

  /** {@code jobs} tells what DRS knows. */
  public History(Supplier<List<JobState>> jobs) {
    this.jobs = jobs;
  }

  /** An item was written; judged at once. */
  public void stored(Instant time, Operation operation, Map<String, AttributeValue> attributes) {
    var item = new Item(attributes);
    var id = item.text("executionId");
    if (id.startsWith(LOCK)) {
      return;
    }
    writes++;
    var known = versions.computeIfAbsent(id, unused -> new ArrayList<>());
    var version = new Version(writes, time, operation, item);
    if (!known.isEmpty()) {
      var before = known.get(known.size() - 1).item();
      ChangeRules.check(before, version).forEach(violations::add);
      if (before.completedWaves() != item.completedWaves()) {
        LaunchRules.check(before, item, jobs.get()).forEach(violations::add);
      }
    }
    ItemRules.check(item).forEach(violations::add);
    known.add(version);
  }

  /**
   * DRS has launched a job for whoever had last looked when so many writes had been made: the wave
   * was to be launched then, and no cancel was on record (I8).
   */
  public void launched(JobState job, int seenWrites) {
    if (!launches.add(job.jobId())) {
      return;
    }
    var id = job.tags().getOrDefault("executionId", "");
    during(id, seenWrites, seenWrites)
        .filter(seen -> !isBeingLaunched(seen, job.tags().getOrDefault("waveNumber", "0")))
        .map(seen -> new Violation("I8", "launched in spite of " + seen.summary()))
        .forEach(violations::add);
  }

  private static boolean isBeingLaunched(Item seen, String wave) {
    return seen.status().equals("POLLING")
        && seen.waves().get(Integer.parseInt(wave)).status().equals("POLLING");
  }

  /** An operator asked for something, whatever becomes of it. */
  public void asked(Acknowledged attempt) {
    attempts.add(attempt);
  }

  /** An operator got an answer. */
  public void answered(Acknowledged answer) {
    acknowledged.add(answer);
  }

  /** Something happened that must not happen at all. */
  public void surprise(String what) {
    violations.add(new Violation("SURPRISE", what));
  }

  /** The first promise that was broken so far. */
  public Optional<Violation> violation() {
    return violations.stream().findFirst();
  }

  /** How many writes there were. */
  public int writes() {
    return writes;
  }

  /** The executions in the order in which they were created. */
  public List<String> executions() {
    return List.copyOf(versions.keySet());
  }

  /** The versions of an execution. */
  public List<Version> versions(String executionId) {
    return versions.getOrDefault(executionId, List.of());
  }

  /** The execution as it is now. */
  public Item last(String executionId) {
    var all = versions(executionId);
    return all.isEmpty() ? new Item(Map.of()) : all.get(all.size() - 1).item();
  }

  Stream<Acknowledged> answers(String executionId) {
    return acknowledged.stream().filter(answer -> answer.executionId().equals(executionId));
  }

  /** Whether somebody asked for that. */
  boolean wasAskedFor(String executionId, Operation operation) {
    return attempts.stream()
        .anyMatch(
            attempt ->
                attempt.operation() == operation && attempt.executionId().equals(executionId));
  }

  /** The execution as it was when that many writes had been made, and all that it became since. */
  Stream<Item> during(String executionId, int from, int to) {
    var all = versions(executionId);
    var first = all.stream().filter(version -> version.at() <= from).reduce((a, b) -> b);
    var since = all.stream().filter(version -> version.at() > from && version.at() <= to);
    return Stream.concat(first.stream(), since).map(Version::item);
  }
}
