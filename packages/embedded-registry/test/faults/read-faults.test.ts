import { expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';

const { faults } = createEmbeddedRegistry();

test.each<[unknown, RegExp]>([
  ['error', /^Faults are a list/],
  [null, /^Faults are a list/],
  [{ seed: 1 }, /plan of faults needs faults/],
  [{ faults: [], seed: 1.5 }, /seed takes a whole number, not 1\.5/],
  [{ faults: [], sed: 1 }, /no field "sed"; it takes seed, faults/],
  [[{}], /^Fault 1 needs a kind \(latency, error/],
  [[null], /^Fault 1 needs a kind/],
  [[{ kind: 'error' }, { kind: 'eror' }], /^Fault 2 needs a kind .* not "eror"/],
  [[{ kind: '__proto__' }], /^Fault 1 needs a kind/],
  [[{ kind: 'error', rate: 1.1 }], /rate takes a number from 0 to 1, not 1\.1/],
  [[{ kind: 'error', rate: Number.NaN }], /rate takes a number from 0 to 1/],
  [[{ kind: 'error', count: -1 }], /count takes/],
  [[{ kind: 'error', status: 200 }], /status takes an HTTP status from 400 to 599, not 200/],
  [[{ kind: 'error', errorCode: 7 }], /errorCode takes a number like/],
  [[{ kind: 'error', delayMs: 7 }], /\(error\) has no field "delayMs"/],
  [[{ kind: 'latency' }], /needs delayMs: milliseconds/],
  [[{ kind: 'latency', delayMs: -1 }], /delayMs takes/],
  [[{ kind: 'latency', delayMs: 2 ** 31 }], /delayMs takes/],
  [[{ kind: 'latency', delayMs: [5, 1] }], /delayMs takes/],
  [[{ kind: 'rate-limit', requestsPerSecond: 0 }], /requestsPerSecond takes a number above 0/],
  [[{ kind: 'cut-off', afterBytes: 0.5 }], /afterBytes takes/],
  [[{ kind: 'error', method: 'get' }], /method takes a method in capitals, not "get"/],
  [[{ kind: 'error', route: '/nowhere' }], /no route "\/nowhere"\. Write a route like/],
  [[{ kind: 'error', route: 'registerSchem' }], /no route "registerSchem"/],
  [[{ kind: 'error', route: 'get /subjects' }], /no route "get \/subjects"/],
  [[{ kind: 'error', route: 'PUT /subjects' }], /\/subjects has no PUT; it has GET/],
  [[{ kind: 'error', route: 'GET /subjects', method: 'PUT' }], /route is for GET/],
  [[{ kind: 'error', route: 'listSubjects', method: 'PUT' }], /listSubjects is GET, not PUT/],
  [[{ kind: 'error', message: 'x'.repeat(1e6), rate: 'x'.repeat(1e6) }], /^.{0,200}$/],
])('%j is refused with a sentence', (value, sentence) => {
  expect(() => faults.set(value as [])).toThrow(sentence);
  expect(() => faults.set(value as [])).toThrow(RangeError);
  expect(() => createEmbeddedRegistry({ faults: value as [] })).toThrow(sentence);
});
