package io.drsorchestrator.adapter.in.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fixture itself: what is wrong has to be seen, or else it proves nothing. */
final class OpenApiContractTest {

  private static final String CANCELLED =
      "{'executionId':'e-1','status':'CANCELLED','message':'Execution cancelled successfully',"
          + "'details':{'completedWaves':[0],'inProgressWaves':[],'cancelledWaves':[1,2]}}";
  private static final String DETAILS =
      "{'executionId':'e-1','planId':'p-1','status':'POLLING','startTime':1769430000,'waves':[],"
          + "'totalWaves':3,'recoveryPlanId':'p-1','recoveryPlanName':'Plan','dataSource':'cached',"
          + "'lastUpdated':1769430001,'hasRealtimeData':false,'somebodyElses':{'x':1},"
          + "'terminationMetadata':{'canTerminate':false,'reason':null,'hasRecoveryInstances':false},"
          + "'liveInstances':{'count':0,'since':null}}";

  private final OpenApiContract contract = new OpenApiContract();

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }

  private void cancel(int status, String body) {
    contract.check("POST", "/executions/{id}/cancel", status, json(body));
  }

  private void details(String body) {
    contract.check("GET", "/executions/{id}", 200, json(body));
  }

  @Test
  void knows_every_route_of_the_execution_handler() {
    assertThat(contract.routes())
        .containsExactlyInAnyOrder(
            "GET /executions",
            "POST /executions",
            "DELETE /executions",
            "POST /executions/delete",
            "GET /executions/{id}",
            "POST /executions/{id}/cancel",
            "POST /executions/{id}/pause",
            "POST /executions/{id}/resume",
            "POST /executions/{id}/terminate-instances",
            "GET /executions/{id}/recovery-instances",
            "GET /executions/{id}/job-logs",
            "GET /executions/{id}/report",
            "GET /executions/{id}/termination-status",
            "POST /recovery-plans/{id}/execute",
            "POST /recovery-plans/{id}/preflight",
            "GET /recovery-plans/{id}/check-existing-instances");
  }

  @Test
  void every_schema_is_well_formed() {
    assertThatCode(() -> OpenApiFile.read().compile()).doesNotThrowAnyException();
  }

  @Test
  void allows_what_is_documented() {
    assertThatCode(
            () -> {
              cancel(200, CANCELLED);
              cancel(503, "{'error':'TRY_AGAIN','message':'later'}");
              details(DETAILS);
              details(DETAILS.replace("'startTime':1769430000", "'startTime':'2026-01-26'"));
              details(DETAILS.replace("'waves':[]", "'waves':[{'endTime':null,'x':1}]"));
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'status':'CANCELLED'        | 'status':'cancelled'   | enumeration
          'status':'CANCELLED'        | 'status':'RUNNING'     | enumeration
          'completedWaves':[0]        | 'completedWaves':['0'] | integer
          'completedWaves':[0],       | ''                     | completedWaves
          'executionId':'e-1'         | 'executionId':null     | null
          'executionId':'e-1'         | 'id':'e-1'             | executionId
          'executionId':'e-1'         | 'executionId':'execution-lock-1' | not
          'cancelledWaves':[1,2]      | 'cancelledWaves':[1,2],'new':1   | new
          """)
  void sees_what_a_closed_answer_has_wrong(String right, String wrong, String why) {
    var body = CANCELLED.replace(right, wrong.equals("''") ? "" : wrong);

    assertThatThrownBy(() -> cancel(200, body))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /executions/{id}/cancel")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'startTime':1769430000   | 'startTime':1769430000000
          'lastUpdated':1769430001 | 'lastUpdated':1769430001000
          'totalWaves':3           | 'totalWaves':'3'
          'waves':[]               | 'waves':null
          'waves':[]               | 'waves':[{'serverStatuses':[7]}]
          'recoveryPlanId':'p-1',  | 'taskToken':'secret','recoveryPlanId':'p-1',
          'dataSource':'cached'    | 'dataSource':'live'
          'status':'POLLING'       | 'status':'LOCK'
          'canTerminate':false     | 'canTerminate':'no'
          'canTerminate':false     | 'canTerminate':false,'why':1
          """)
  void sees_what_an_open_item_has_wrong(String right, String wrong) {
    var body = DETAILS.replace(right, wrong);

    assertThat(body).isNotEqualTo(DETAILS);
    assertThatThrownBy(() -> details(body)).isInstanceOf(AssertionError.class);
  }

  @Test
  void sees_an_undocumented_status_code_route_or_error() {
    assertThatThrownBy(() -> cancel(418, "{'error':'TEAPOT','message':'short'}"))
        .hasMessageContaining("418 is not documented");
    assertThatThrownBy(() -> cancel(409, CANCELLED)).hasMessageContaining("409 is not documented");
    assertThatThrownBy(() -> contract.check("GET", "/executions/{id}/realtime", 200, "{}"))
        .hasMessageContaining("not in openapi.yaml");
    assertThatThrownBy(() -> cancel(400, "{'error':'EXECUTION_NOT_FOUND','message':'x'}"))
        .hasMessageContaining("error");
    assertThatThrownBy(() -> cancel(500, "{'error':'INTERNAL_ERROR'}"))
        .hasMessageContaining("message");
    assertThatThrownBy(() -> cancel(200, "not json")).hasMessageContaining("is no JSON");
  }
}
