// Small pieces that more than one page shows. lit-html writes data as text, never as markup.

import {html, nothing} from './lib/lit-html.js';
import {meaning} from './words.js';

/** A word of the API with a sign and a meaning: colour is never the only bearer of it. */
export function badge(word, explained = false) {
  if (!word) {
    return html`<span class="badge idle">–</span>`;
  }
  const {sign, tone, text} = meaning(word);
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>${explained ? html` <span class="meaning">${text}</span>` : nothing}`;
}

export const notice = said =>
    said ? html`<p class="notice ${said.tone}" role=${said.tone === 'bad' ? 'alert' : 'status'}>${said.text}</p>` : nothing;
