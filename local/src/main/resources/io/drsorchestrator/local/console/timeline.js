// The waves as bars over time. The bars are decoration: all they show stands in the table as text, too.

import {html, nothing, svg} from './lib/lit-html.js';
import {repeat} from './lib/directives/repeat.js';
import {badge} from './parts.js';
import {length, seconds, time} from './words.js';

/** @param current 0-based number of the wave that matters now, or -1 */
export function timeline(execution, now, current) {
  const waves = execution.waves ?? [];
  const from = seconds(execution.startTime) ?? now;
  const to = Math.max(seconds(execution.endTime) ?? now, from + 1);
  return html`
    <div class="scroll" role="region" aria-label="Waves over time" tabindex="0">
      <table class="timeline">
        <caption class="visually-hidden">Waves from ${time(from)} to ${time(to)}</caption>
        <thead><tr><th scope="col">Wave</th><th scope="col">Status</th><th scope="col">Servers</th><th scope="col">Started</th><th scope="col">Ended</th>
          <th scope="col">Took</th><th scope="col" class="axis"><span>${time(from)}</span><span>${time(to)}</span></th></tr></thead>
        <tbody>${repeat(waves, (wave, i) => i, (wave, i) => row(wave, i, {waves, execution, from, to, now, current}))}</tbody>
      </table>
    </div>`;
}

function row(wave, i, {waves, execution, from, to, now, current}) {
  const gate = gateOf(execution, waves, i, now);
  return html`
    <tr aria-current=${i === current ? 'step' : nothing}>
      <th scope="row"><a href="#wave-${i}" @click=${event => jump(event, i)}>${i + 1}. ${wave.waveName ?? 'Wave'}</a>
        ${wave.pauseBeforeWave ? html`<span class="gate" title="An operator decides before this wave"><span aria-hidden="true">◆</span> gate</span>` : nothing}</th>
      <td>${badge(wave.status)}</td>
      <td>${launched(wave)} of ${(wave.serverIds ?? wave.serverStatuses ?? []).length}</td>
      <td>${time(wave.startTime)}</td>
      <td>${time(wave.endTime)}</td>
      <td>${length(wave.startTime, wave.endTime ?? (isActive(wave) ? now : null))}
        ${gate ? html`<span class="waited">${execution.status === 'PAUSED' && execution.pausedBeforeWave === i ? 'at its gate for' : 'gate took'} ${length(gate.from, gate.to)}</span>` : nothing}</td>
      <td><svg class="bars" aria-hidden="true">
        ${gate ? bar('waiting', gate.from, gate.to, from, to) : nothing}
        ${seconds(wave.startTime) === null ? nothing
            : bar(tone(wave), seconds(wave.startTime), seconds(wave.endTime) ?? (isActive(wave) ? now : to), from, to)}
      </svg></td>
    </tr>`;
}

/** Between the end of the wave before and the start of this one somebody had to decide. */
function gateOf(execution, waves, i, now) {
  const ended = i === 0 ? seconds(execution.startTime) : seconds(waves[i - 1].endTime);
  const waitsNow = execution.status === 'PAUSED' && execution.pausedBeforeWave === i;
  const decided = (execution.operatorRequests ?? []).some(request => request.gate === i || request.waveNumber === i);
  if (ended === null || !(waitsNow || waves[i].pauseBeforeWave || decided)) {
    return null;
  }
  const until = waitsNow ? now : seconds(waves[i].startTime);
  return until === null || until < ended ? null : {from: seconds(waitsNow ? execution.pausedTime : null) ?? ended, to: until};
}

function bar(kind, start, end, from, to) {
  const percent = at => Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
  const width = Math.max(0.8, percent(end) - percent(start));
  return svg`<rect class="bar ${kind}" x="${Math.min(percent(start), 99.2)}%" width="${width}%" y="3" height="16" rx="3"></rect>`;
}

export const launched = wave => (wave.serverStatuses ?? []).filter(server => server.launchStatus === 'LAUNCHED').length;
export const isActive = wave => ['POLLING', 'STARTED', 'IN_PROGRESS', 'LAUNCHING', 'INITIATED', 'RUNNING'].includes(wave.status);

const tone = wave => wave.status === 'COMPLETED' ? 'good' : wave.status === 'FAILED' || wave.status === 'TIMEOUT' ? 'bad'
    : wave.status === 'CANCELLED' ? 'idle' : 'busy';

/** Hash addresses are the pages' own, so an anchor in the page is walked to by hand. */
function jump(event, i) {
  event.preventDefault();
  const wave = document.getElementById(`wave-${i}`);
  wave.open = true;
  wave.scrollIntoView({block: 'start'});
  wave.querySelector('summary').focus();
}
