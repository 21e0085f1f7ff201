// Runs both machines by the scripts that DifferentialTraceTest has written down, in an interpreter that nobody here
// wrote (npm aws-local-stepfunctions), and compares: order of states, what each task was sent, how it ended.
//
// What the package cannot do, and how it is bridged here:
//   task tokens       PauseBeforeWave's task answers at once, as if the gate had been rung; time-outs of a gate are not run
//   startExecution    RecoverWave's task runs the wave machine by a second instance and answers as .sync:2 does
//   time              waits and retry intervals are overridden with 1 ms: durations are not compared
//   time-outs, stops  TimeoutSeconds of a task and StopExecution are not run
//   metrics           CountWave's task answers at once: nothing is counted
//   history           events are not counted: HistoryBudgetTest and StaticBudgetTest do that
'use strict';
const fs = require('fs');
const path = require('path');

// Node 20 does not have it yet.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const { StateMachine } = require(require.resolve('aws-local-stepfunctions', { paths: [process.argv[2]] }));

const root = path.join(__dirname, '..', '..');
const traces = path.join(root, 'local', 'target', 'differential');
const definition = (file) =>
  JSON.parse(
    fs
      .readFileSync(path.join(root, 'cfn', file), 'utf8')
      .replaceAll('${ExecutionHandlerArn}', 'execution-handler')
      .replaceAll('${WaveStateMachineArn}', 'arn:aws:states:eu-west-1:123456789012:stateMachine:waves'),
  );
const machines = {
  execution: new StateMachine(definition('execution.asl.json')),
  wave: new StateMachine(definition('wave.asl.json')),
};
const WORKFLOW = 'arn:aws:states:eu-west-1:123456789012:execution:executions:execution-1';

// What a function throws arrives as JSON in the cause; what Lambda itself refuses does not.
const failure = (name) =>
  Object.assign(new Error(name.startsWith('Lambda.') ? 'slow down' : JSON.stringify({ errorType: name, errorMessage: 'no' })), { name });
const plain = (payload) => ('taskToken' in payload ? { ...payload, taskToken: 'token' } : payload);

async function run(machine, input, id, tasks) {
  const definition = machine.definition ?? machine.stateMachineDefinition;
  const short = Object.fromEntries(Object.keys(definition.States).map((name) => [name, 1]));
  const context = { Execution: { Id: id, Input: input }, Task: { Token: 'token' } };
  const overrides = { taskResourceLocalHandlers: tasks, waitTimeOverrides: short, retryIntervalOverrides: short };
  const execution = machine.run(input, { overrides, context });
  const states = [];
  const logs = (async () => {
    for await (const log of execution.eventLogs) if (log.type.endsWith('StateEntered')) states.push(log.state.name);
  })();
  let output, error;
  try {
    output = await execution.result;
  } catch (e) {
    error = e;
  }
  await logs;
  return { states, output, error };
}

async function replay(script) {
  const answers = [...script.answers];
  const found = { states: [], children: [], payloads: [] };
  const handler = (task) => {
    found.payloads.push(plain(task.Payload));
    const answer = answers.shift();
    if (!answer) throw new Error('the script has ended');
    if (answer.error) throw failure(answer.error);
    return { Payload: answer.return };
  };
  const wave = async (task) => {
    const number = found.children.length;
    const child = { input: task.Input, states: [] };
    found.children.push(child);
    const tasks = { StartWave: handler, PollWave: handler, CountWave: () => ({}) };
    const ran = await run(machines.wave, task.Input, `child ${number}`, tasks);
    child.states = ran.states;
    if (ran.error) throw failure('States.TaskFailed');
    return { Output: ran.output };
  };
  const tasks = { RecoverWave: wave };
  for (const [name, state] of Object.entries(definition('execution.asl.json').States)) {
    if (state.Type !== 'Task' || name === 'RecoverWave') continue;
    tasks[name] = name === 'PauseBeforeWave' ? (task) => (handler(task), {}) : handler;
  }
  found.states = (await run(machines.execution, { executionId: 'execution-1', planId: 'plan-1' }, WORKFLOW, tasks)).states;
  return found;
}

// Keys in one order: only the content counts.
const canonical = (value) =>
  JSON.stringify(value, (_, v) => (v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v));

(async () => {
  const files = fs.existsSync(traces) ? fs.readdirSync(traces).filter((file) => file.endsWith('.json')).sort() : [];
  if (files.length < 10) throw new Error(`${files.length} traces in ${traces}: run DifferentialTraceTest first`);
  let states = 0;
  let different = 0;
  for (const file of files) {
    const script = JSON.parse(fs.readFileSync(path.join(traces, file), 'utf8'));
    const found = await replay(script);
    for (const what of ['states', 'children', 'payloads']) {
      if (canonical(found[what]) === canonical(script[what])) continue;
      different++;
      console.error(`${script.name}: ${what} differ\n  ours  ${canonical(script[what])}\n  other ${canonical(found[what])}`);
    }
    states += found.states.length + found.children.reduce((sum, child) => sum + child.states.length, 0);
  }
  if (different) process.exit(1);
  console.log(`differential: ${files.length} scripts, ${states} states, no difference`);
})();
