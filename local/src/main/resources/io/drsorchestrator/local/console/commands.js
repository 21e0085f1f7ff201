// What an operator may do with an execution, in one place for every page.

import * as api from './api.js';
import {ask} from './dialog.js';
import {hasEnded, plural} from './words.js';

const waits = execution => (execution.waves ?? []).some(wave => wave.status === 'PENDING');

const COMMANDS = {
  resume: {
    label: 'Resume',
    tone: 'primary',
    offered: execution => execution.status === 'PAUSED',
    text: execution => `Wave ${(execution.pausedBeforeWave ?? 0) + 1} is started now.`,
  },
  pause: {
    label: 'Pause',
    tone: '',
    offered: execution => ['PENDING', 'POLLING', 'RUNNING'].includes(execution.status) && waits(execution) && !execution.pauseRequest,
    text: () => 'The running wave goes on; the next one waits for you.',
  },
  cancel: {
    label: 'Cancel',
    tone: 'danger',
    offered: execution => !hasEnded(execution.status) && execution.status !== 'CANCELLING',
    text: () => 'Nothing more is launched. What DRS launches already goes on to its end; what was launched stays and costs money until it is terminated.',
  },
  'terminate-instances': {
    label: 'Terminate instances',
    tone: 'danger',
    offered: execution => execution.terminationMetadata?.canTerminate === true,
    text: execution => `The recovery instances of this ${execution.executionType === 'RECOVERY' ? 'RECOVERY (they may be what production runs on)' : 'drill'} are terminated. This cannot be undone.`,
  },
};

/** Those that make sense now, in the order of their weight. */
export const offered = execution =>
    Object.entries(COMMANDS)
        .filter(([, command]) => command.offered(execution))
        .map(([word, command]) => ({word, label: command.label, tone: command.tone}));

/** Asks, does it and tells the answer in a sentence; null if nothing was done. */
export async function give(word, execution) {
  const command = COMMANDS[word];
  const name = execution.planName ?? execution.recoveryPlanName ?? execution.executionId;
  const reason = await ask({
    title: `${command.label}: ${name}`,
    text: command.text(execution),
    confirm: word === 'cancel' ? 'Cancel the execution' : command.label,
    tone: command.tone,
  });
  return reason === null ? null : now(word, execution, reason);
}

/** Does it without asking first, and tells the answer in a sentence. */
export async function now(word, execution, reason) {
  try {
    const answer = await api.command(execution.executionId, word, reason);
    const failed = answer.totalFailed ? ` ${plural(answer.totalFailed, 'instance')} could not be terminated.` : '';
    return {tone: failed ? 'bad' : 'good', text: answer.message + failed};
  } catch (problem) {
    return {tone: 'bad', text: problem.message};
  }
}
