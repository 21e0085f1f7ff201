// Whether instances that are being terminated are gone by now. Nobody but who asks finds out.

import * as api from './api.js';

const isUnderWay = execution => (execution.terminateJobs ?? []).length > 0 && !execution.instancesTerminated;

/** Asks about every termination under way and returns what is known of each, by execution. */
export async function terminations(executions) {
  const asked = executions.filter(isUnderWay).map(async execution => {
    const jobs = execution.terminateJobs.map(job => job.jobId).filter(Boolean);
    const status = jobs.length === 0 ? null : await api.terminationStatus(execution.executionId, jobs).catch(() => null);
    return [execution.executionId, status];
  });
  return new Map(await Promise.all(asked));
}

/** In a sentence, or null if nothing is being terminated. */
export function progress(execution, known) {
  if (!isUnderWay(execution)) {
    return null;
  }
  const status = known.get(execution.executionId);
  return status
      ? `terminating, ${status.completedServers} of ${status.totalServers} gone${status.anyFailed ? ', some failed' : ''}`
      : 'terminating';
}
