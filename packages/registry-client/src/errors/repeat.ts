import type { ErrorNumber } from '@srkit/registry-protocol';

/**
 * When the same request may be sent again: `never`, it would get the same answer; `always`, nothing was done;
 * `reads`, a write may have been done, so only a read may be repeated unseen.
 */
export type Repeat = 'never' | 'always' | 'reads';

/** For every number that a registry answers with. A new number does not compile until it is decided here. */
export const repeatOfNumber: Readonly<Record<ErrorNumber, Repeat>> = {
  400: 'never',
  401: 'never',
  403: 'never',
  404: 'never',
  405: 'never',
  406: 'never',
  409: 'never',
  413: 'never',
  415: 'never',
  422: 'never',
  429: 'always',
  500: 'never',
  40301: 'never',
  40370: 'never',
  40401: 'never',
  40402: 'never',
  40403: 'never',
  40404: 'never',
  40405: 'never',
  40406: 'never',
  40407: 'never',
  40408: 'never',
  40409: 'never',
  40410: 'never',
  40450: 'never',
  40470: 'never',
  40471: 'never',
  40472: 'never',
  40901: 'never',
  40902: 'never',
  40903: 'never',
  40904: 'never',
  40905: 'never',
  40907: 'never',
  40908: 'never',
  40950: 'never',
  40951: 'never',
  40952: 'never',
  40960: 'never',
  40961: 'never',
  40963: 'never',
  40964: 'never',
  40971: 'never',
  40972: 'never',
  42201: 'never',
  42202: 'never',
  42203: 'never',
  42204: 'never',
  42205: 'never',
  42206: 'never',
  42207: 'never',
  42208: 'never',
  42209: 'never',
  42210: 'never',
  42211: 'never',
  42212: 'never',
  42271: 'never',
  42272: 'never',
  // A failed store may have failed after the record was in the log, so this is no better known than a timeout.
  50001: 'reads',
  50002: 'reads',
  50003: 'reads',
  50004: 'always',
  50005: 'reads',
  50070: 'never',
};

/** What a failure means for one request. */
export interface Verdict {
  retryable: boolean;
  outcomeUnknown: boolean;
}

/** What a failure means for a request that reads or writes. */
export function verdict(repeat: Repeat, effect: 'read' | 'write'): Verdict {
  return {
    retryable: repeat === 'always' || (repeat === 'reads' && effect === 'read'),
    outcomeUnknown: repeat === 'reads' && effect === 'write',
  };
}
