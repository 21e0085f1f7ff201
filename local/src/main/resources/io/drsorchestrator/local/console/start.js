// Starts a plan, after the checks of its preflight.

import {html, nothing} from './lib/lit-html.js';
import * as api from './api.js';
import {notice} from './parts.js';
import {plural} from './words.js';

const NAME = 'drs-orchestrator.name';

export function startPage(frame, chosen) {
  let plans = null;
  let planId = chosen ?? '';
  let type = 'DRILL';
  let checked = null;
  let busy = false;
  let said = null;

  async function load() {
    plans = (await api.plans()).plans;
    planId = planId || (plans[0]?.planId ?? '');
  }

  function choose(change) {
    change();
    checked = null;
    said = null;
    frame.paint();
  }

  async function work(task) {
    busy = true;
    said = null;
    frame.paint();
    try {
      await task();
    } catch (problem) {
      said = {tone: 'bad', text: problem.message};
    }
    busy = false;
    frame.paint();
  }

  function check(event) {
    event.preventDefault();
    return work(async () => { checked = await api.preflight(planId, type); });
  }

  function start(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const initiatedBy = form.get('name').trim();
    const reason = form.get('reason').trim();
    localStorage.setItem(NAME, initiatedBy);
    return work(async () => {
      const started = await api.start({planId, executionType: type, initiatedBy, ...(reason ? {reason} : {})});
      frame.go(`#/executions/${started.executionId}`);
    });
  }

  const types = [['DRILL', 'Drill', 'instances beside production; terminate them afterwards'],
    ['RECOVERY', 'Recovery', 'the real thing: production moves to the instances']];

  return {
    title: () => 'Start a plan – DRS orchestrator',
    load,
    interval: () => 30_000,
    view: () => html`
      <h1>Start a plan</h1>
      ${notice(said)}
      ${plans === null ? html`<p>Loading…</p>` : html`
        <form class="panel" @submit=${check}>
          <label for="plan">Recovery plan</label>
          <select id="plan" @change=${event => choose(() => { planId = event.target.value; })}>
            ${plans.map(plan => html`<option value=${plan.planId} ?selected=${plan.planId === planId}>${plan.planName} (${plural((plan.waves ?? []).length, 'wave')})</option>`)}
          </select>
          <fieldset><legend>Type</legend>${types.map(([value, label, text]) => html`
            <label class="choice"><input type="radio" name="type" value=${value} ?checked=${type === value}
              @change=${() => choose(() => { type = value; })}> <strong>${label}</strong>: ${text}</label>`)}</fieldset>
          <button class=${checked ? '' : 'primary'} ?disabled=${busy || !planId}>Check before the start</button>
        </form>
        ${checked === null ? nothing : preflight(checked)}
        ${checked === null || checked.verdict === 'BLOCKED' ? nothing : html`
          <form class="panel" @submit=${start}>
            <label for="name">Your name</label>
            <input id="name" name="name" required maxlength="1000" autocomplete="name" value=${localStorage.getItem(NAME) ?? ''}>
            <label for="reason">Reason (kept with the execution)</label>
            <input id="reason" name="reason" maxlength="1000" autocomplete="off">
            <button class=${type === 'RECOVERY' ? 'danger' : 'primary'} ?disabled=${busy}>Start the ${type === 'RECOVERY' ? 'recovery' : 'drill'}</button>
          </form>`}`}`,
  };
}

function preflight(found) {
  const tone = found.verdict === 'BLOCKED' ? 'bad' : found.verdict === 'READY' ? 'good' : 'held';
  const title = {BLOCKED: '✖ This plan would not start', READY: '✔ Nothing stands in the way'}[found.verdict] ?? '⚠ This plan would start, but note';
  return html`
    <section class="panel ${tone}" aria-labelledby="preflight" role="status">
      <h2 id="preflight">${title}</h2>
      ${list('Stops it', found.stops)}${list('Take care', found.warnings)}${list('Would slow it down', found.slowdowns)}
    </section>`;
}

const list = (title, problems) => (problems ?? []).length === 0 ? nothing : html`
  <h3>${title}</h3>
  <ul>${problems.map(problem => html`<li>${problem.error || problem.code ? html`<code>${problem.error ?? problem.code}</code> ` : nothing}${problem.message ?? problem}</li>`)}</ul>`;
