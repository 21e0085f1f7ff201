// What words of the API mean to a person, and how times and lengths are written.

const MEANINGS = {
  PENDING: ['◌', 'idle', 'waits for its workflow'],
  POLLING: ['▶', 'busy', 'waves are running'],
  PAUSE_PENDING: ['▶', 'busy', 'pauses when the running wave ends'],
  PAUSED: ['‖', 'held', 'waits for an operator'],
  RESUMING: ['▶', 'busy', 'goes on'],
  CANCELLING: ['■', 'held', 'stops when the running wave ends'],
  COMPLETED: ['✔', 'good', 'every wave is completed'],
  FAILED: ['✖', 'bad', 'has failed'],
  PARTIAL: ['✖', 'bad', 'has failed in part'],
  TIMEOUT: ['✖', 'bad', 'took too long'],
  CANCELLED: ['⊘', 'idle', 'was cancelled'],
  LAUNCHED: ['✔', 'good', 'launched'],
  LAUNCHING: ['▶', 'busy', 'launching'],
  IN_PROGRESS: ['▶', 'busy', 'launching'],
  STARTED: ['▶', 'busy', 'running'],
  RUNNING: ['▶', 'busy', 'running'],
  INITIATED: ['▶', 'busy', 'running'],
  TERMINATED: ['⊘', 'idle', 'terminated'],
};

const ENDED = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'PARTIAL', 'TIMEOUT', 'TERMINATED', 'COMPLETED_WITH_WARNINGS']);

export function meaning(word) {
  const [sign, tone, text] = MEANINGS[word] ?? ['?', 'idle', 'unknown to this page'];
  return {sign, tone, text};
}

export const hasEnded = word => ENDED.has(word);

/** Epoch seconds, as a number or as text; ISO 8601 in items of earlier versions. */
export function seconds(value) {
  if (value === null || value === undefined || value === '' || value === 0) {
    return null;
  }
  const number = Number(value);
  if (Number.isFinite(number)) {
    return number;
  }
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed / 1000;
}

export function time(value) {
  const at = seconds(value);
  return at === null ? '–' : new Date(at * 1000).toLocaleTimeString([], {hour12: false});
}

export function dateTime(value) {
  const at = seconds(value);
  return at === null
      ? '–'
      : new Date(at * 1000).toLocaleString([], {dateStyle: 'medium', timeStyle: 'medium', hour12: false});
}

export function length(from, to) {
  const start = seconds(from);
  const end = seconds(to);
  if (start === null || end === null || end < start) {
    return '–';
  }
  return inWords(Math.round(end - start));
}

export function inWords(total) {
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const rest = Math.floor(total % 60);
  if (hours > 48) {
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  }
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

export const plural = (count, one, many = one + 's') => `${count} ${count === 1 ? one : many}`;
