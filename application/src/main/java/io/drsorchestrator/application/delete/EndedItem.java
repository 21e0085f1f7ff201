package io.drsorchestrator.application.delete;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.application.read.StoredStatus;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A stored execution that has ended, and the jobs of which it is not known that they have. */
record EndedItem(StoredKey key, StoredStatus status, Vector<LaunchedJob> jobs) {

  /** Of {@code execution}, whatever its status. */
  static EndedItem of(StoredFields execution, AccountContext hub) {
    var status = StoredStatus.of(execution);
    var key =
        new StoredKey(
            execution.text("executionId").getOrElse(""), execution.text("planId").getOrElse(""));
    var account = account(execution, hub);
    return new EndedItem(
        key,
        status,
        execution
            .maps("waves")
            .reject(wave -> status.isCompleted() && hasSucceeded(wave))
            .flatMap(wave -> job(wave, execution, account)));
  }

  /** Only the old bug's victims are COMPLETED with waves that are not (D1). */
  private static boolean hasSucceeded(StoredFields wave) {
    return wave.text("status").exists(word -> word.equals("COMPLETED") || word.equals("LAUNCHED"));
  }

  private static Option<LaunchedJob> job(
      StoredFields wave, StoredFields execution, AccountContext account) {
    var region = wave.text("region").orElse(() -> execution.text("drsRegion"));
    return wave.text("jobId")
        .map(id -> new LaunchedJob(region.map(name -> new DrsScope(account, name)), new JobId(id)));
  }

  /** Whose credentials its jobs are looked for with (contract 7.7). */
  private static AccountContext account(StoredFields execution, AccountContext hub) {
    var context = execution.map("accountContext");
    return AccountContext.onRecord(
        context
            .flatMap(account -> account.text("accountId"))
            .orElse(() -> execution.text("accountId")),
        context.flatMap(account -> account.text("assumeRoleName")),
        context.flatMap(account -> account.text("externalId")),
        hub);
  }
}
