// The HTTP API: the only thing that this page talks to.

const PATIENCE = 30_000;

/** What the API refused, in its own words. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.message ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.error ?? '';
    this.body = body;
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

/** When the last answer came, by the clock of the server and by ours. */
export const clock = {server: Date.now() / 1000, ours: Date.now(), known: false};

/** Now, as the server sees it. Between two answers time stands still rather than being guessed. */
export const serverNow = () => clock.server;

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      cache: 'no-store',
      headers: body === undefined ? {} : {'Content-Type': 'application/json'},
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (problem) {
    throw new Unreachable(problem.name === 'TimeoutError' ? `no answer in ${PATIENCE / 1000} s` : 'the server cannot be reached');
  }
  const text = await answer.text().catch(() => { throw new Unreachable('the answer broke off'); });
  remember(answer.headers.get('Date'));
  const json = parsed(text);
  if (!answer.ok) {
    throw answer.status >= 502 && json.error === undefined
        ? new Unreachable(`HTTP ${answer.status}`)
        : new Refused(answer.status, json);
  }
  return json;
}

function remember(date) {
  const at = Date.parse(date ?? '');
  clock.server = Number.isNaN(at) ? Date.now() / 1000 : at / 1000;
  clock.ours = Date.now();
  clock.known = true;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {message: text.slice(0, 200)};
  }
}

const of = id => `/executions/${encodeURIComponent(id)}`;

export const executions = token =>
    call('GET', '/executions?limit=50' + (token ? `&nextToken=${encodeURIComponent(token)}` : ''));
export const execution = id => call('GET', of(id));
export const jobLogs = id => call('GET', `${of(id)}/job-logs`);
export const terminationStatus = (id, jobIds) =>
    call('GET', `${of(id)}/termination-status?jobIds=${encodeURIComponent(jobIds.join(','))}`);
export const command = (id, word, reason) => call('POST', `${of(id)}/${word}`, reason ? {reason} : {});
export const plans = () => call('GET', '/recovery-plans');
export const preflight = (planId, executionType) =>
    call('POST', `/recovery-plans/${encodeURIComponent(planId)}/preflight`, {executionType});
export const start = request => call('POST', '/executions', request);
