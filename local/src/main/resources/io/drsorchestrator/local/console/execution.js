// One execution: what happens now and next, its waves over time, its servers, and who decided what.

import {html, nothing} from './lib/lit-html.js';
import {repeat} from './lib/directives/repeat.js';
import * as api from './api.js';
import {give, now as giveNow, offered} from './commands.js';
import {left} from './executions.js';
import {badge, notice} from './parts.js';
import {progress, terminations} from './termination.js';
import {isActive, launched, timeline} from './timeline.js';
import {dateTime, hasEnded, length, meaning, plural, time} from './words.js';

export function executionPage(id, frame) {
  let execution = null;
  let logs = null;
  let wantsLogs = false;
  let said = null;
  let spoken = null;
  let gone = new Map();

  async function load() {
    execution = await api.execution(id);
    gone = await terminations([execution]);
    if (wantsLogs) {
      logs = await api.jobLogs(id).catch(problem => ({problem: problem.message}));
    }
    speak();
  }

  function speak() {
    const words = `${execution.status}, wave ${execution.currentWave ?? 1} of ${execution.totalWaves}`;
    if (spoken !== null && spoken !== words) {
      said = said?.tone === 'good' ? null : said;
      frame.say(`${execution.recoveryPlanName}: ${words}`);
    }
    spoken = words;
  }

  async function command(word) {
    tell(await give(word, execution));
  }

  async function resume(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const reason = new FormData(form).get('reason').trim();
    form.querySelector('button').disabled = true;
    tell(await giveNow('resume', execution, reason));
  }

  function tell(result) {
    said = result ?? said;
    frame.paint();
    frame.refresh();
  }

  function showLogs(event) {
    wantsLogs = event.currentTarget.open;
    if (wantsLogs) {
      frame.refresh();
    }
  }

  return {
    title: () => execution === null ? 'Execution' : `${execution.status} – ${execution.recoveryPlanName}`,
    load,
    interval: () => gone.size > 0 || (execution !== null && !hasEnded(execution.status)) ? 2000 : 5000,
    view: () => execution === null
        ? html`<h1>Execution</h1><p><code>${id}</code></p>`
        : html`
          <h1>${execution.recoveryPlanName} <small>${execution.executionType ?? ''}</small></h1>
          <p class="status">${badge(execution.status, true)}</p>
          ${notice(said)}
          ${summary(execution)}
          ${instances(execution, gone)}
          ${gate(execution, resume)}
          ${toolbar(execution, command)}
          ${troubles(execution)}
          <h2>Waves</h2>
          ${timeline(execution, api.serverNow(), currentWave(execution))}
          ${repeat(execution.waves ?? [], (wave, i) => i, servers)}
          ${decisions(execution)}
          <details class="log" @toggle=${showLogs}><summary>Job log of DRS</summary>${jobLog(logs)}</details>
          <p class="ids">Execution <code>${execution.executionId}</code></p>`,
  };
}

const currentWave = execution => hasEnded(execution.status) ? -1 : (execution.currentWave ?? 1) - 1;

function summary(execution) {
  const took = length(execution.startTime, execution.endTime ?? api.serverNow());
  return html`
    <p class="big">${hasEnded(execution.status)
        ? html`${execution.completedWaves ?? 0} of ${execution.totalWaves} waves completed`
        : html`Wave ${execution.currentWave ?? 1} of ${execution.totalWaves}${execution.status === 'PAUSED' ? html`, paused before wave ${(execution.pausedBeforeWave ?? 0) + 1}` : nothing}`}</p>
    <p>${next(execution)}</p>
    <p class="facts">Started ${dateTime(execution.startTime)} by ${execution.executedBy ?? '–'}${execution.startRequest?.reason ? html` (${execution.startRequest.reason})` : nothing}.
      ${execution.endTime ? html`Ended ${dateTime(execution.endTime)} after ${took}.` : html`Running for ${took}.`}
      ${execution.lastPolledTime && !hasEnded(execution.status) ? html`AWS was last asked at ${time(execution.lastPolledTime)}.` : nothing}</p>`;
}

/** What still costs money. */
function instances(execution, gone) {
  const text = execution.instancesTerminated
      ? `terminated, ${dateTime(execution.instancesTerminatedAt)}`
      : [execution.liveInstances?.count > 0 ? `${left(execution)}, still cost money` : null, progress(execution, gone)].filter(Boolean).join(', ');
  return text ? html`<p class="costs">Instances: ${text}</p>` : nothing;
}

/** What happens now, and what happens then. */
function next(execution) {
  const waves = execution.waves ?? [];
  const running = waves.findIndex(isActive);
  const pending = waves.findIndex(wave => wave.status === 'PENDING');
  const then = pending < 0 ? 'Then the execution is completed.'
      : execution.pauseRequest || waves[pending].pauseBeforeWave
          ? `Then it pauses before wave ${pending + 1}, ${waves[pending].waveName}.`
          : `Then wave ${pending + 1}, ${waves[pending].waveName}, starts.`;
  switch (execution.status) {
    case 'PENDING': return 'The workflow is about to start.';
    case 'PAUSED': return `Nothing happens until somebody resumes or cancels. Paused since ${time(execution.pausedTime)}.`;
    case 'CANCELLING': return 'No further wave starts. DRS ends the job that runs.';
    case 'CANCELLED': return 'What was launched stays until it is terminated.';
    case 'COMPLETED': return 'Every wave of the plan is completed.';
    default:
      if (hasEnded(execution.status)) {
        return execution.errorMessage ?? '';
      }
      return running < 0 ? then
          : `Wave ${running + 1}, ${waves[running].waveName}, runs: ${launched(waves[running])} of ${plural((waves[running].serverIds ?? []).length, 'server')} launched. ${then}`;
  }
}

/** One click resumes: who opens this page at a gate has come to decide. */
function gate(execution, resume) {
  if (execution.status !== 'PAUSED') {
    return nothing;
  }
  const wave = execution.waves?.[execution.pausedBeforeWave ?? 0];
  return html`
    <form class="panel held" @submit=${resume}>
      <h2>Gate before wave ${(execution.pausedBeforeWave ?? 0) + 1}: ${wave?.waveName ?? ''}</h2>
      <label for="gate-reason">Reason (kept with the execution)</label>
      <input id="gate-reason" name="reason" maxlength="1000" autocomplete="off">
      <button class="primary">Resume: start wave ${(execution.pausedBeforeWave ?? 0) + 1}</button>
    </form>`;
}

function toolbar(execution, command) {
  return html`<div class="actions" role="group" aria-label="Actions">
    ${offered(execution).filter(choice => choice.word !== 'resume').map(choice => html`
      <button class=${choice.tone} @click=${() => command(choice.word)}>${choice.label}…</button>`)}
    <a class="button" href="/console/report/${execution.executionId}">Report</a></div>`;
}

function troubles(execution) {
  const failed = (execution.waves ?? []).map((wave, i) => ({wave, i})).filter(({wave}) => ['FAILED', 'TIMEOUT', 'PARTIAL'].includes(wave.status));
  const warnings = [execution.pollWarning, execution.launchWarning].filter(Boolean);
  return html`
    ${failed.map(({wave, i}) => html`<div class="panel bad"><h2>Why wave ${i + 1}, ${wave.waveName}, failed</h2>
      <p>${wave.statusMessage ?? 'No reason is on record.'}</p>
      <ul>${(wave.serverStatuses ?? []).filter(server => server.launchStatus !== 'LAUNCHED').map(server => html`<li>
        <strong>${nameOf(server)}</strong> (${server.launchStatus ?? 'not started'}): ${server.error ?? 'DRS gives no reason.'}</li>`)}</ul></div>`)}
    ${warnings.map(text => html`<p class="notice held" role="status">⚠ ${typeof text === 'string' ? text : JSON.stringify(text)}</p>`)}`;
}

const nameOf = server => server.serverName || server.hostname || server.sourceServerId;

function servers(wave, i) {
  const known = wave.serverStatuses ?? [];
  const ids = new Set(known.map(server => server.sourceServerId));
  const rows = known.concat((wave.serverIds ?? []).filter(id => !ids.has(id)).map(id => ({sourceServerId: id})));
  const {sign} = meaning(wave.status);
  return html`
    <details class="wave" id="wave-${i}" ?open=${isActive(wave) || wave.status === 'FAILED'}>
      <summary><span aria-hidden="true">${sign}</span> Wave ${i + 1}: ${wave.waveName} – ${wave.status}, ${launched(wave)} of ${plural(rows.length, 'server')} launched</summary>
      ${wave.statusMessage ? html`<p>${wave.statusMessage}</p>` : nothing}
      <p class="ids">${wave.jobId ? html`DRS job <code>${wave.jobId}</code> in ${wave.region ?? '–'}` : 'No DRS job yet.'}</p>
      <div class="scroll" role="region" aria-label="Servers of wave ${i + 1}" tabindex="0">
        <table>
          <caption class="visually-hidden">Servers of wave ${i + 1}</caption>
          <thead><tr><th scope="col">Server</th><th scope="col">Launch</th><th scope="col">Instance</th><th scope="col">State</th><th scope="col">Private IP</th>
            <th scope="col">Type</th><th scope="col">Launched</th><th scope="col">Reason</th></tr></thead>
          <tbody>${repeat(rows, server => server.sourceServerId, server => html`<tr>
            <th scope="row">${nameOf(server)}<br><code>${server.sourceServerId}</code></th>
            <td>${badge(server.launchStatus)}</td>
            <td><code>${server.instanceId || '–'}</code></td>
            <td>${server.instanceState || '–'}</td>
            <td>${server.privateIp || '–'}</td>
            <td>${server.instanceType || '–'}</td>
            <td>${time(server.launchTime)}</td>
            <td>${server.error || '–'}</td></tr>`)}</tbody>
        </table>
      </div>
    </details>`;
}

function decisions(execution) {
  const requests = execution.operatorRequests ?? [];
  return requests.length === 0 ? nothing : html`
    <h2>Who decided what</h2>
    <ul>${requests.map(request => html`<li>${dateTime(request.requestedAt ?? request.time ?? request.at)}: <strong>${request.command ?? request.operation ?? request.request}</strong>
      by ${request.requestedBy ?? request.by ?? '–'}${request.reason ? html`: ${request.reason}` : nothing}</li>`)}</ul>`;
}

function jobLog(logs) {
  if (logs === null) {
    return html`<p>Loading…</p>`;
  }
  if (logs.problem) {
    return html`<p role="alert">${logs.problem}</p>`;
  }
  return logs.jobLogs.length === 0 ? html`<p>No job has been started.</p>` : logs.jobLogs.map(log => html`
    <h3>Wave ${log.waveNumber + 1} <code>${log.jobId}</code></h3>
    ${log.error ? html`<p role="alert">${log.error}</p>` : nothing}
    <ul class="events">${log.events.map(event => html`<li><time>${time(event.logDateTime)}</time> ${event.event} ${event.sourceServerId ?? ''} ${event.error ?? ''}</li>`)}</ul>`);
}
