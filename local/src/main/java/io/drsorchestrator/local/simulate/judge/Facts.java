package io.drsorchestrator.local.simulate.judge;

import io.drsorchestrator.local.aws.drs.JobState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What is known of a run besides the table when it is over.
 *
 * @param jobs all jobs of DRS, the newest first, also those that it no longer shows
 * @param workflows the status of each workflow by the id of its execution
 * @param stopped the executions whose workflow somebody stopped by hand
 * @param mayFail whether DRS did something for which a wave may fail
 */
public record Facts(
    List<JobState> jobs, Map<String, String> workflows, List<String> stopped, boolean mayFail) {

  /** The launch jobs with the tags of an execution, the oldest first. */
  List<JobState> jobsOf(String executionId) {
    var found =
        new ArrayList<>(
            jobs.stream().filter(job -> job.tags().containsValue(executionId)).toList());
    Collections.reverse(found);
    return found;
  }
}
