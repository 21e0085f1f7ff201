package io.drsorchestrator.application.explorer;

import io.vavr.control.Option;
import java.time.Instant;

/** What DRS may do with a job, whenever it likes. */
enum Weather {
  ENDS_WELL,
  /** Its first server has failed. */
  ENDS_BADLY,
  /** Its servers are not decided. */
  ENDS_OPEN,
  /** A server comes up after the job has ended. */
  COMES_LATE,
  FIRST_LAUNCHES,
  FIRST_FAILS,
  FORGETS;

  /** The job after it; absent if it cannot happen to it. */
  Option<Job> happen(Job job, Instant now) {
    return switch (this) {
      case ENDS_WELL -> Option.when(job.isActive(), () -> job.ended(settled(job, "LAUNCHED"), now));
      case ENDS_BADLY ->
          Option.when(
              job.isActive(), () -> job.ended(settled(first(job, "FAILED"), "LAUNCHED"), now));
      case ENDS_OPEN -> Option.when(job.isActive(), () -> job.ended(job.words(), now));
      case COMES_LATE ->
          Option.when(
              !job.isActive() && job.words().contains("PENDING"),
              () -> job.with(settled(job, "LAUNCHED")));
      case FIRST_LAUNCHES -> Option.when(isFresh(job), () -> first(job, "LAUNCHED"));
      case FIRST_FAILS -> Option.when(isFresh(job), () -> first(job, "FAILED"));
      case FORGETS -> Option.when(!job.isActive() && job.isKnown(), job::forgotten);
    };
  }

  private static boolean isFresh(Job job) {
    return job.isActive() && job.words().head().equals("PENDING");
  }

  private static Job first(Job job, String word) {
    return isFresh(job) ? job.with(job.words().update(0, word)) : job;
  }

  private static io.vavr.collection.Vector<String> settled(Job job, String word) {
    return job.words().map(known -> known.equals("PENDING") ? word : known);
  }
}
