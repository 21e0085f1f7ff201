package io.drsorchestrator.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A machine of waves and a machine that polls one wave, as the product has them. */
final class TwoMachinesTest {
  private static final String EXECUTION =
      """
      'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Next':'Next',
           'Parameters':{'FunctionName':'h','Payload':{'operation':'create',
             'executionId.$':'$$.Execution.Input.executionId','workflow.$':'$$.Execution.Id'}},
           'OutputPath':'$.Payload'},
      'Next':{'Type':'Choice','Default':'Unknown','Choices':[
           {'And':[{'Variable':'$.next','IsPresent':true},
                   {'Variable':'$.next','StringEquals':'RUN_WAVE'}],'Next':'Wave'},
           {'And':[{'Variable':'$.next','IsPresent':true},
                   {'Variable':'$.next','StringEquals':'FINALIZE'}],'Next':'AllComplete'}]},
      'Wave':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2','Next':'Next',
           'Parameters':{'StateMachineArn':'${WaveMachine}',
             'Input':{'executionId.$':'$$.Execution.Input.executionId','wave.$':'$.waveNumber'}},
           'ResultSelector':{'decision.$':'$.Output'},'OutputPath':'$.decision'},
      'AllComplete':{'Type':'Choice','Default':'Unknown','Choices':[
           {'Variable':'$.completedWaves','NumericEqualsPath':'$.totalWaves','Next':'Done'}]},
      'Done':{'Type':'Succeed'},
      'Unknown':{'Type':'Fail','Error':'UnknownDecision'}""";

  private static final String WAVE =
      """
      'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Next':'Next',
           'Parameters':{'FunctionName':'h','Payload':{'operation':'poll','wave.$':'$.wave'}},
           'ResultSelector':{'decision.$':'$.Payload'},'ResultPath':'$.step',
           'Retry':[{'ErrorEquals':['States.ALL'],'JitterStrategy':'FULL'}]},
      'Next':{'Type':'Choice','Default':'Over','Choices':[
           {'Variable':'$.step.decision.next','StringEquals':'AWAIT_WAVE','Next':'Pause'}]},
      'Pause':{'Type':'Wait','SecondsPath':'$.step.decision.waitSeconds','Next':'A'},
      'Over':{'Type':'Succeed','OutputPath':'$.step.decision'}""";

  private static final String WAIT = "{\"next\":\"AWAIT_WAVE\",\"waitSeconds\":15}";

  private static String run(int wave) {
    return "{\"next\":\"RUN_WAVE\",\"waveNumber\":" + wave + "}";
  }

  @Test
  void two_waves_run_one_after_the_other() {
    var laboratory =
        Laboratory.with(EXECUTION.replace("${WaveMachine}", Laboratory.MACHINE + "-wave"))
            .and("machine-wave", WAVE);
    laboratory.lambda.returning(run(0)).returning(WAIT).failing("Busy", 1).returning(run(1));
    laboratory
        .lambda
        .returning(WAIT)
        .returning("{\"next\":\"FINALIZE\",\"completedWaves\":2,\"totalWaves\":2}");

    var execution = laboratory.run("{'executionId':'e-1','planId':'p-1'}");

    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(laboratory.lambda.payloads().get(1)).contains("\"wave\":0");
    assertThat(laboratory.lambda.payloads().get(4)).contains("\"wave\":1");
    assertThat(laboratory.elapsed().toSeconds()).isBetween(30L, 31L);
    assertThat(laboratory.history(execution)).hasSizeLessThan(40);
  }
}
