// Routes by the part of the address after #, asks again and again, and says how old what it shows is.

import {html, render} from './lib/lit-html.js';
import {clock, Refused} from './api.js';
import {inWords, time} from './words.js';
import {executionPage} from './execution.js';
import {executionsPage} from './executions.js';
import {startPage} from './start.js';

const main = document.getElementById('main');
const freshness = document.getElementById('freshness');
const live = document.getElementById('live');

let page = null;
let lost = null;
let running = 0;

/** What a page may ask of the frame around it. */
const frame = {
  paint,
  refresh,
  go: address => { location.hash = address; },
  say: text => { live.textContent = text; },
};

function pageOf(address) {
  const [first, id] = address.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (first === 'executions' && id) {
    return executionPage(id, frame);
  }
  return first === 'start' ? startPage(frame, id) : executionsPage(frame);
}

function paint() {
  document.title = page.title();
  render(page.view(), main);
}

async function refresh() {
  const round = ++running;
  const asked = page;
  try {
    await asked.load();
    lost = null;
  } catch (problem) {
    lost = {why: problem.message, final: problem instanceof Refused && problem.status === 404, refused: problem instanceof Refused};
  }
  // Another page, or another look at this one, has begun meanwhile: it goes on, and not this one.
  if (round !== running || asked !== page) {
    return;
  }
  paint();
  tell();
  if (!lost?.final) {
    setTimeout(() => { if (round === running) { refresh(); } }, lost ? 2000 : asked.interval());
  }
}

/** How old is what stands here, and whether anybody still answers. */
function tell() {
  const age = Math.round((Date.now() - clock.ours) / 1000);
  const shown = clock.known ? `Shown as of ${time(clock.server)}${age > 5 ? `, ${inWords(age)} ago` : ''}.` : 'Nothing was loaded yet.';
  freshness.className = lost ? 'lost' : '';
  const text = lost?.refused
      ? `Refused: ${lost.why}`
      : lost ? `⚠ Connection lost: ${lost.why}. ${shown} It tries again.` : clock.known ? shown : 'Loading…';
  render(html`${text}`, freshness);
}

function open() {
  const first = page === null;
  page = pageOf(location.hash);
  lost = null;
  paint();
  if (!first) {
    main.focus();
  }
  refresh();
}

window.addEventListener('hashchange', open);
setInterval(tell, 1000);
open();
