package io.drsorchestrator.application.explorer;

import io.vavr.collection.Vector;

/**
 * A defect of the contract (section 8) that is no matter of interleavings, and the test that finds
 * it when it comes back.
 */
record Elsewhere(String of, String defect, String type, String method) {

  static final Vector<Elsewhere> ALL =
      Vector.of(
          new Elsewhere(
              "D12",
              "a resume loses state and has another time limit",
              "StateMachinesTest",
              "every_payload_is_exactly_this"),
          new Elsewhere(
              "D14",
              "old words for an end are not terminal",
              "OldItemsTest",
              "discovers_and_reads_an_old_word_as_ours"),
          new Elsewhere(
              "D22",
              "locks stay behind",
              "PlanLocksContract",
              "a_lock_expires_after_thirty_seconds"),
          new Elsewhere("D22", "locks appear in lists", "ListApiTest", "a_lock_is_never_listed"),
          new Elsewhere(
              "D23",
              "a plan is started twice",
              "NewExecutionsContract",
              "of_many_starts_at_the_same_moment_all_but_one_have_to_look_again"),
          new Elsewhere(
              "D24",
              "limits pass when AWS does not answer",
              "RefusedStartsTest",
              "what_drs_cannot_be_asked_refuses_the_start"),
          new Elsewhere(
              "D24",
              "limits are those of the first Region",
              "RefusedStartsTest",
              "limits_are_those_of_each_region_of_the_plan"),
          new Elsewhere(
              "D25",
              "jobs beyond the first page are invisible",
              "DrsLaunchAdmissionTest",
              "knows_the_jobs_that_have_not_ended_of_every_type_and_page"),
          new Elsewhere(
              "D27",
              "a launch template loses its other settings",
              "LaunchConfigurationsAdapterContractTest",
              "a_new_version_keeps_everything_else_of_the_template"),
          new Elsewhere(
              "D28",
              "scheduled drills do not start",
              "EventsTest",
              "a_scheduled_drill_starts_an_execution"),
          new Elsewhere(
              "D29",
              "one failure stops the reconciler",
              "FindExecutionsTest",
              "one_execution_that_cannot_be_helped_does_not_stop_the_others"),
          new Elsewhere(
              "D30",
              "another account is called with our credentials",
              "AccountClientsTest",
              "another_account_is_called_with_the_credentials_of_its_role_and_no_others"),
          new Elsewhere(
              "D31",
              "the partition is always aws",
              "AssumedRolesTest",
              "the_role_is_of_the_partition_of_the_region"),
          new Elsewhere(
              "D33", "one unknown instance hides all", "Ec2InstancesTest", "asks_by_filter"),
          new Elsewhere(
              "D34",
              "the job log is sorted by a field that does not exist",
              "ReadJobLogsTest",
              "tell_the_newest_event_first"),
          new Elsewhere(
              "D35", "details call DRS", "ReadExecutionTest", "asks_nobody_but_the_store"),
          new Elsewhere(
              "D36",
              "a generic route answers for another",
              "DocumentedRoutesTest",
              "every_documented_route_is_answered"),
          new Elsewhere(
              "D37",
              "finished executions cannot be cleared",
              "DeleteApiTest",
              "without_ids_all_that_is_finished_is_deleted"),
          new Elsewhere(
              "D38",
              "an unknown job is complete",
              "WatchTerminationTest",
              "a_job_that_drs_does_not_know_is_never_complete"),
          new Elsewhere(
              "D39",
              "large terminations fail",
              "TerminateInstancesTest",
              "calls_for_a_hundred_at_a_time_across_waves"),
          new Elsewhere(
              "D39",
              "a running execution is terminated",
              "TerminateInstancesTest",
              "refuses_while_the_execution_runs_and_asks_drs_for_nothing"),
          new Elsewhere(
              "D40",
              "the task token is sent to browsers",
              "ReadExecutionTest",
              "never_shows_the_task_token"),
          new Elsewhere(
              "D42",
              "a list reads a plan for each item",
              "ListExecutionsTest",
              "plans_and_groups_are_asked_for_once"),
          new Elsewhere(
              "D43",
              "anybody may do anything",
              "AuthorizationTest",
              "each_group_may_do_what_the_matrix_says"),
          new Elsewhere(
              "D44", "times of several types", "ListApiTest", "times_of_every_type_sort_together"),
          new Elsewhere(
              "D45",
              "the default role cannot be assumed",
              "TargetAccountTest",
              "the_default_name_is_that_of_the_contract"),
          new Elsewhere(
              "D46",
              "the token does not come from the context",
              "StateMachineRulesTest",
              "tokens_come_from_the_context_and_go_with_the_pause_alone"),
          new Elsewhere(
              "D48",
              "an answer without a next step",
              "StateMachinesTest",
              "a_decision_that_makes_no_sense_is_a_failure_on_record"),
          new Elsewhere(
              "D49", "a call is not allowed", "HandlerPermissionsTest", "every_call_is_allowed"),
          new Elsewhere(
              "7",
              "an attempt that was taken over warns",
              "WaveClaimsContract",
              "an_attempt_that_was_taken_over_warns_of_nothing"),
          new Elsewhere(
              "6",
              "a reminder is sent twice",
              "RemovedGuardsTest",
              "every_guard_of_a_reminder_that_is_taken_away_is_missed"),
          new Elsewhere(
              "3",
              "an execution is deleted while it runs",
              "DeletionsContract",
              "keeps_an_execution_that_runs"));
}
