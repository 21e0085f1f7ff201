package io.drsorchestrator.application;

import io.drsorchestrator.application.create.AdoptExecution;
import io.drsorchestrator.application.create.CreateExecution;
import io.drsorchestrator.application.create.Preflight;
import io.drsorchestrator.application.create.StartWorkflow;
import io.drsorchestrator.application.delete.DeleteExecutions;
import io.drsorchestrator.application.end.CancelExecution;
import io.drsorchestrator.application.end.UpdateExecution;
import io.drsorchestrator.application.finalization.FinalizeExecution;
import io.drsorchestrator.application.find.FindExecutions;
import io.drsorchestrator.application.gate.PauseExecution;
import io.drsorchestrator.application.gate.ResumeExecution;
import io.drsorchestrator.application.instances.InstanceOperations;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.read.ListExecutions;
import io.drsorchestrator.application.read.ReadExecution;
import io.drsorchestrator.application.report.ReportExecution;
import io.drsorchestrator.application.wave.StartWave;

/** The use cases, one per operation, put together from the ports. */
public record UseCases(
    CreateExecution create,
    Preflight preflight,
    AdoptExecution adopt,
    StartWorkflow startWorkflow,
    StartWave startWave,
    PollExecution poll,
    PauseExecution pause,
    ResumeExecution resume,
    CancelExecution cancel,
    UpdateExecution update,
    FinalizeExecution finalization,
    FindExecutions find,
    ReadExecution read,
    ListExecutions list,
    ReportExecution report,
    DeleteExecutions delete,
    InstanceOperations instances) {

  /** Each use case gets the narrow ports that it needs and no other. */
  public static UseCases of(
      ExecutionStore store, Aws aws, LifecycleJournal journal, Settings settings) {
    var lifecycle = new Lifecycle(store.executions(), journal, settings.clock());
    var start = new StartWorkflow(lifecycle, store, aws.workflows(), journal);
    var poll = new PollExecution(lifecycle, store, aws, journal, settings);
    var resume = new ResumeExecution(lifecycle, store.gates(), aws.workflows());
    var update = new UpdateExecution(lifecycle, store.endings());
    return new UseCases(
        CreateExecution.of(lifecycle, store, aws, start, journal, settings),
        Preflight.of(store, aws, settings),
        new AdoptExecution(lifecycle, store.newExecutions()),
        start,
        StartWave.of(lifecycle, store, aws, journal, settings),
        poll,
        new PauseExecution(lifecycle, store.gates(), aws.workflows()),
        resume,
        new CancelExecution(lifecycle, store.endings(), aws.workflows()),
        update,
        new FinalizeExecution(lifecycle, store.completions()),
        FindExecutions.of(lifecycle, store, start, aws.workflows(), poll, resume, update),
        ReadExecution.of(store, settings.clock()),
        ListExecutions.of(store),
        new ReportExecution(store.documents(), settings.clock()),
        DeleteExecutions.of(store, aws.jobs(), settings),
        InstanceOperations.of(store, aws, settings.hub()));
  }
}
