// Asks once more before something is done, and why it is done.

import {html, render} from './lib/lit-html.js';

const dialog = document.getElementById('ask');

/** The reason, perhaps empty, or null if the operator thinks better of it. */
export function ask({title, text, confirm, tone}) {
  render(html`
    <form method="dialog" @submit=${() => { dialog.returnValue = 'yes'; }}>
      <h2 id="ask-title">${title}</h2>
      <p>${text}</p>
      <label for="ask-reason">Reason (kept with the execution)</label>
      <input id="ask-reason" name="reason" maxlength="1000" autocomplete="off">
      <div class="actions">
        <button class=${tone} value="yes">${confirm}</button>
        <button type="button" @click=${() => dialog.close('no')}>Back</button>
      </div>
    </form>`, dialog);
  const reason = dialog.querySelector('#ask-reason');
  reason.value = '';
  dialog.returnValue = 'no';
  dialog.showModal();
  reason.focus();
  return new Promise(resolve => {
    dialog.addEventListener('close', () =>
        resolve(dialog.returnValue === 'yes' ? reason.value.trim() : null), {once: true});
  });
}
