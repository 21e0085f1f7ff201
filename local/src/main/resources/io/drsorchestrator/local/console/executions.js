// All executions, newest first, and what still costs money.

import {html, nothing} from './lib/lit-html.js';
import {repeat} from './lib/directives/repeat.js';
import * as api from './api.js';
import {give, offered} from './commands.js';
import {badge, notice} from './parts.js';
import {progress, terminations} from './termination.js';
import {dateTime, hasEnded, inWords, length, plural, seconds} from './words.js';

export function executionsPage(frame) {
  let items = null;
  let older = [];
  let next = null;
  let said = null;
  let gone = new Map();

  async function load() {
    const first = await api.executions();
    items = first.items;
    if (older.length === 0) {
      next = first.nextToken;
    }
    gone = await terminations(items);
  }

  async function more() {
    try {
      const page = await api.executions(next);
      older = older.concat(page.items);
      next = page.nextToken;
    } catch (problem) {
      said = {tone: 'bad', text: problem.message};
    }
    frame.paint();
  }

  async function command(word, execution) {
    said = await give(word, execution) ?? said;
    frame.paint();
    frame.refresh();
  }

  const all = () => {
    const fresh = new Set(items.map(item => item.executionId));
    return items.concat(older.filter(item => !fresh.has(item.executionId)));
  };

  return {
    title: () => 'Executions – DRS orchestrator',
    load,
    interval: () => gone.size > 0 || (items ?? []).some(item => !hasEnded(item.status)) ? 2000 : 5000,
    view: () => html`
      <h1>Executions</h1>
      ${notice(said)}
      ${items === null ? html`<p>Loading…</p>` : items.length === 0
          ? html`<p>Nothing has run yet. <a href="#/start">Start a plan</a>.</p>`
          : html`${costs(all(), command, gone)}${table(all(), command)}
              ${next ? html`<p><button @click=${more}>Show older</button></p>` : nothing}`}`,
  };
}

/** Instances that were launched and of which nobody has said that they are gone. */
function costs(items, command, gone) {
  const live = items.filter(item => item.liveInstances?.count > 0);
  return html`
    <section aria-labelledby="costs">
      <h2 id="costs">Still costs money</h2>
      ${live.length === 0
          ? html`<p>No execution shown here has recovery instances left.</p>`
          : html`<ul class="costs">${repeat(live, item => item.executionId, item => html`<li>
              <a href="#/executions/${item.executionId}">${item.recoveryPlanName}</a>
              (${item.executionType ?? '–'}): ${left(item)}${progress(item, gone) ? html`, ${progress(item, gone)}` : nothing}
              ${buttons(item, command, ['terminate-instances'])}</li>`)}</ul>`}
    </section>`;
}

export function left({liveInstances: {count, since}}) {
  const age = seconds(since) === null ? '' : `, for ${inWords(Math.max(0, api.serverNow() - seconds(since)))}`;
  return `${plural(count, 'instance')}${age}`;
}

function table(items, command) {
  return html`
    <div class="scroll" role="region" aria-label="All executions" tabindex="0">
      <table>
        <caption class="visually-hidden">Executions, newest first</caption>
        <thead><tr><th scope="col">Plan</th><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Waves</th>
          <th scope="col">Started</th><th scope="col">Took</th><th scope="col">Actions</th></tr></thead>
        <tbody>${repeat(items, item => item.executionId, item => html`<tr>
          <th scope="row"><a href="#/executions/${item.executionId}">${item.recoveryPlanName}</a></th>
          <td>${item.executionType ?? '–'}</td>
          <td>${badge(item.status)}</td>
          <td>${waves(item)}</td>
          <td>${dateTime(item.startTime)}</td>
          <td>${length(item.startTime, item.endTime ?? api.serverNow())}</td>
          <td>${buttons(item, command, ['resume', 'pause', 'cancel'])}</td></tr>`)}</tbody>
      </table>
    </div>`;
}

const waves = item => hasEnded(item.status)
    ? html`${item.completedWaves ?? 0} of ${item.totalWaves ?? '?'} completed`
    : html`wave ${item.currentWave ?? 1} of ${item.totalWaves ?? '?'}`;

const buttons = (item, command, words) => offered(item)
    .filter(choice => words.includes(choice.word))
    .map(choice => html`<button class="small ${choice.tone}" aria-label="${choice.label}: ${item.recoveryPlanName}"
        @click=${() => command(choice.word, item)}>${choice.label}…</button> `);
