package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an execution costs in events, and where that ends. */
final class HistoryTest {
  private static final int START_AND_END = 2;

  private static final String TASK =
      "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Parameters':"
          + "{'FunctionName':'f'},'Retry':[{'ErrorEquals':['Busy']}],'End':true}";

  private static int events(Laboratory laboratory) {
    return laboratory.history(laboratory.run("{}")).size() - START_AND_END;
  }

  @Test
  void a_task_costs_five_events() {
    var laboratory = Laboratory.with(TASK);
    laboratory.lambda.returning("1");

    var execution = laboratory.run("{}");

    assertThat(laboratory.eventTypes(execution))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
  }

  @Test
  void a_retry_costs_three_more() {
    var laboratory = Laboratory.with(TASK);
    laboratory.lambda.failing("Busy", 2).returning("1");

    assertThat(events(laboratory)).isEqualTo(5 + 2 * 3);
  }

  @Test
  void wait_choice_and_pass_cost_two_each() {
    assertThat(events(Laboratory.with("'A':{'Type':'Wait','Seconds':1,'End':true}"))).isEqualTo(2);
    assertThat(events(Laboratory.with("'A':{'Type':'Pass','End':true}"))).isEqualTo(2);
    assertThat(events(Laboratory.with("'A':{'Type':'Succeed'}"))).isEqualTo(2);
    assertThat(
            events(
                Laboratory.with(
                    """
                    'A':{'Type':'Choice','Choices':[{'Variable':'$','IsNull':false,'Next':'B'}]},
                    'B':{'Type':'Pass','End':true}""")))
        .isEqualTo(4);
  }

  @Test
  void events_are_numbered_and_refer_to_the_one_before() {
    var laboratory = Laboratory.with("'A':{'Type':'Wait','Seconds':5,'End':true}");

    var history = laboratory.history(laboratory.run("{'a':1}"));

    assertThat(history).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L);
    assertThat(history).extracting(HistoryEvent::previousEventId).containsExactly(0L, 0L, 2L, 3L);
    assertThat(history.get(1).details().toString())
        .isEqualTo(
            "{\"name\":\"A\",\"input\":\"{\\\"a\\\":1}\",\"inputDetails\":{\"truncated\":false}}");
    assertThat(history.get(2).timestamp()).isEqualTo(Laboratory.NOON.plusSeconds(5));
    assertThat(history.get(2).details().path("output").asText()).isEqualTo("{\"a\":1}");
  }

  @Test
  void the_events_of_a_task_say_what_was_called_and_how_it_went() {
    var laboratory = Laboratory.with(TASK);
    laboratory.lambda.failing("Busy", 1).returning("1");

    var history = laboratory.history(laboratory.run("{}"));

    assertThat(history.get(2).details().toString())
        .isEqualTo(
            "{\"resourceType\":\"lambda\",\"resource\":\"invoke\",\"region\":\"eu-west-1\","
                + "\"parameters\":\"{\\\"FunctionName\\\":\\\"f\\\"}\"}");
    assertThat(history.get(4).type()).isEqualTo(EventType.TASK_FAILED);
    assertThat(history.get(4).details().path("error").asText()).isEqualTo("Busy");
  }

  @Test
  void the_execution_fails_at_its_25000th_event() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Wait','Seconds':1,'Next':'B'},
            'B':{'Type':'Choice','Default':'A','Choices':[
                 {'Variable':'$.stop','IsPresent':true,'Next':'C'}]},
            'C':{'Type':'Succeed'}""");

    var execution = laboratory.run("{}");

    var history = laboratory.history(execution);
    assertThat(history).hasSize(25_000);
    assertThat(history.get(24_999).type()).isEqualTo(EventType.EXECUTION_FAILED);
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.cause().orElseThrow())
        .isEqualTo("The execution reached the maximum number of history events (25000).");
  }

  @Test
  void the_limit_is_not_caught() {
    var laboratory =
        Laboratory.with(
            """
            'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','End':true,
                 'Parameters':{'FunctionName':'f'},
                 'Retry':[{'ErrorEquals':['Busy'],'MaxAttempts':99999,'BackoffRate':1}],
                 'Catch':[{'ErrorEquals':['States.ALL'],'Next':'B'}]},
            'B':{'Type':'Succeed'}""");
    laboratory.lambda.failing("Busy", 10_000);

    var execution = laboratory.run("{}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(laboratory.history(execution)).hasSize(25_000);
    assertThat(laboratory.lambda.payloads()).hasSizeBetween(8_330, 8_334);
  }
}
