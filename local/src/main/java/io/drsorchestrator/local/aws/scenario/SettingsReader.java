package io.drsorchestrator.local.aws.scenario;

import io.drsorchestrator.local.aws.drs.Quotas;
import io.drsorchestrator.local.aws.drs.SecondsRange;
import io.drsorchestrator.local.aws.drs.Timings;
import io.drsorchestrator.local.aws.input.StrictObject;
import java.util.List;

/** The reader of quotas and timings. */
final class SettingsReader {

  private static final int MAX_QUOTA = 100_000;

  private SettingsReader() {}

  static Quotas quotas(StrictObject object) {
    Quotas usual = Quotas.DEFAULT;
    Quotas quotas =
        new Quotas(
            object.optionalInt("serversPerJob", 0, MAX_QUOTA).orElse(usual.serversPerJob()),
            object.optionalInt("concurrentJobs", 0, MAX_QUOTA).orElse(usual.concurrentJobs()),
            object.optionalInt("serversInAllJobs", 0, MAX_QUOTA).orElse(usual.serversInAllJobs()));
    object.done();
    return quotas;
  }

  static Timings timings(StrictObject object) {
    Timings usual = Timings.REALISTIC;
    Timings timings =
        new Timings(
            range(object, "startSeconds", usual.start()),
            range(object, "cleanupSeconds", usual.cleanup()),
            range(object, "pendingSeconds", usual.pending()),
            range(object, "inProgressSeconds", usual.inProgress()),
            range(object, "endSeconds", usual.end()),
            range(object, "namingSeconds", usual.naming()));
    object.done();
    return timings;
  }

  private static SecondsRange range(StrictObject object, String field, SecondsRange usual) {
    List<Integer> ends = object.numbers(field);
    if (ends.isEmpty()) {
      return usual;
    }
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      throw object.wrong(field, ends.toString(), "[shortest, longest]");
    }
    return new SecondsRange(ends.get(0), ends.get(1));
  }
}
