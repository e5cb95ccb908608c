import { InvalidInput } from '../input/invalid-input.ts';
import { type FieldRule, type FieldRules, readObject, shown } from '../input/read-object.ts';
import type { Fault, FaultPlan } from './fault.ts';
import { readRoute } from './read-route.ts';

/** The longest that a timer can wait, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

const text: FieldRule = { isValid: (value) => typeof value === 'string', takes: 'a text' };
const yesOrNo: FieldRule = {
  isValid: (value) => typeof value === 'boolean',
  takes: 'true or false',
};
const amount: FieldRule = {
  isValid: (value) => isWhole(value) && value >= 0,
  takes: 'a whole number from 0 on',
};
const positive: FieldRule = {
  isValid: (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
  takes: 'a number above 0',
};

const scope: FieldRules = {
  kind: text,
  route: text,
  method: {
    isValid: (value) => typeof value === 'string' && /^[A-Z]+$/.test(value),
    takes: 'a method in capitals',
  },
  rate: {
    isValid: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    takes: 'a number from 0 to 1',
  },
  count: amount,
};

/** What each kind takes beyond the requests that it hits. */
const kinds: Readonly<Record<Fault['kind'], FieldRules>> = {
  latency: {
    delayMs: {
      isValid: (value) => isDelay(value) || isRange(value),
      takes: 'milliseconds, or the least and the most of them as [least, most]',
      required: true,
    },
  },
  error: {
    status: {
      isValid: (value) => isWhole(value) && value >= 400 && value <= 599,
      takes: 'an HTTP status from 400 to 599',
    },
    errorCode: {
      isValid: (value) => isWhole(value) && /^[45]\d\d(\d\d)?$/.test(String(value)),
      takes: 'a number like 503 or 50002',
    },
    message: text,
    retryAfterSeconds: amount,
    written: yesOrNo,
  },
  'rate-limit': {
    requestsPerSecond: { ...positive, required: true },
    burst: { isValid: (value) => isWhole(value) && value >= 1, takes: 'a whole number from 1 on' },
  },
  'cut-off': { afterBytes: amount },
  'connection-reset': { written: yesOrNo },
  'no-answer': { written: yesOrNo },
};

const plan: FieldRules = {
  seed: { isValid: (value) => Number.isSafeInteger(value), takes: 'a whole number' },
  faults: { isValid: Array.isArray, takes: 'a list of faults', required: true },
};

/**
 * Reads faults from plain data: a list, or an object with `faults` and a `seed`.
 *
 * @throws InvalidInput with a sentence about the first thing that is wrong
 */
export function readFaults(value: unknown): Required<FaultPlan> {
  if (!Array.isArray(value) && (typeof value !== 'object' || value === null))
    throw new InvalidInput(`Faults are a list, or an object with faults, not ${shown(value)}.`);
  const { seed = 1, faults } = Array.isArray(value)
    ? { faults: value }
    : readObject(value, 'The plan of faults', plan);
  return {
    seed: seed as number,
    faults: (faults as unknown[]).map((fault, index) => readFault(fault, `Fault ${index + 1}`)),
  };
}

function readFault(value: unknown, name: string): Fault {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !isKind(kind)) {
    const known = Object.keys(kinds).join(', ');
    throw new InvalidInput(
      `${name} needs a kind (${known})${kind === undefined ? '' : `, not ${shown(kind)}`}.`,
    );
  }
  const fields = readObject(value, `${name} (${kind})`, { ...scope, ...kinds[kind] });
  const fault = structuredClone(fields) as unknown as Fault;
  readRoute(fault, name);
  return fault;
}

function isKind(kind: string): kind is Fault['kind'] {
  return Object.hasOwn(kinds, kind);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longestTimer;
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [least, most] = value;
  return isDelay(least) && isDelay(most) && least <= most;
}
