const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;
const MOST_SECONDS = 315_576_000_000;
const SECOND_OF_NANOS = 1_000_000_000;

const TIMESTAMP =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,9}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/;
const DURATION = /^(-?)([0-9]{1,12})(?:\.([0-9]{1,9}))?s$/;

/** Seconds and what is left of them in nanoseconds, of the same sign in a duration. */
export interface SecondsAndNanos {
  readonly seconds: number;
  readonly nanos: number;
}

/** A moment as RFC 3339 writes it; undefined where it is none of the years 1 to 9999. */
export function printTimestamp(seconds: number, nanos: number): string | undefined {
  if (!(seconds >= FIRST_SECOND && seconds <= LAST_SECOND)) return undefined;
  if (nanos < 0 || nanos >= SECOND_OF_NANOS) return undefined;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${printFraction(nanos)}Z`;
}

/** A duration in seconds, `-3.500s`; undefined where it is none. */
export function printDuration(seconds: number, nanos: number): string | undefined {
  if (!(Math.abs(seconds) <= MOST_SECONDS && Math.abs(nanos) < SECOND_OF_NANOS)) return undefined;
  if (seconds * nanos < 0) return undefined;
  const sign = seconds < 0 || nanos < 0 ? '-' : '';
  return `${sign}${Math.abs(seconds)}${printFraction(Math.abs(nanos))}s`;
}

/** Reads a moment as RFC 3339 writes it; undefined where it is none of the years 1 to 9999. */
export function parseTimestamp(text: string): SecondsAndNanos | undefined {
  const [all, date, time, fraction = '', sign = '+', hours = '0', minutes = '0'] =
    TIMESTAMP.exec(text) ?? [];
  if (all === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const written = `${date}T${time}`;
  const moment = new Date(`${written}Z`);
  // Of a 30th of February the calendar makes a day in March.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== written) {
    return undefined;
  }
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  const seconds = moment.getTime() / 1000 - offset;
  const nanos = parseFraction(fraction);
  return seconds >= FIRST_SECOND && seconds <= LAST_SECOND ? { seconds, nanos } : undefined;
}

/** Reads a duration, `-3.500s`; undefined where it is none or too long. */
export function parseDuration(text: string): SecondsAndNanos | undefined {
  const [all, minus, whole, fraction = ''] = DURATION.exec(text) ?? [];
  const sign = minus === '-' ? -1 : 1;
  if (all === undefined || Number(whole) > MOST_SECONDS) return undefined;
  // A zero with a sign would be written as another number.
  return { seconds: sign * Number(whole) || 0, nanos: sign * parseFraction(fraction) || 0 };
}

/** Nothing, or three, six or nine digits after a point. */
function printFraction(nanos: number): string {
  if (nanos === 0) return '';
  return `.${String(nanos)
    .padStart(9, '0')
    .replace(/(000){1,2}$/, '')}`;
}

function parseFraction(digits: string): number {
  return Number(digits.padEnd(9, '0'));
}
