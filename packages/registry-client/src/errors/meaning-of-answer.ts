import { type ErrorNumber, errorCodes, errorMeaning } from '@srkit/registry-protocol';
import { clientErrors, type RegistryErrorCode } from './error-code.ts';
import { type Repeat, repeatOfNumber } from './repeat.ts';

/** What an answer that is no success means. */
export interface Meaning {
  code: RegistryErrorCode;
  advice: string;
  repeat: Repeat;
}

/**
 * What an answer means: by its number, or by its status where it has none that is known.
 *
 * @param number the `error_code` of the body, if it had one
 */
export function meaningOfAnswer(status: number, number: number | undefined): Meaning {
  const known = number === undefined ? undefined : meaningOfNumber(number);
  if (known) return known;
  if (status < 400) return own('redirected', 'never');
  const byStatus = meaningOfStatus[status];
  // An unknown number at 404 speaks of something that is not there; without any number the endpoint itself is missing.
  if (byStatus && !(status === 404 && number !== undefined)) return byStatus;
  if (status === 404) return own('not_found', 'never');
  return status >= 500 ? own('server_error', 'never') : own('request_refused', 'never');
}

function isErrorNumber(number: number): number is ErrorNumber {
  return Object.hasOwn(errorCodes, number);
}

function meaningOfNumber(number: number): Meaning | undefined {
  const meaning = errorMeaning(number);
  if (!meaning || !isErrorNumber(number)) return undefined;
  return { code: meaning.code, advice: meaning.advice, repeat: repeatOfNumber[number] };
}

function own(code: keyof typeof clientErrors, repeat: Repeat): Meaning {
  return { code, advice: clientErrors[code].advice, repeat };
}

function asNumber(number: ErrorNumber): Meaning {
  const { code, advice } = errorCodes[number];
  return { code, advice, repeat: repeatOfNumber[number] };
}

const meaningOfStatus: Readonly<Record<number, Meaning>> = {
  400: asNumber(400),
  401: asNumber(401),
  403: asNumber(403),
  404: asNumber(404),
  405: asNumber(405),
  406: asNumber(406),
  408: own('timeout', 'reads'),
  409: own('conflict', 'never'),
  413: asNumber(413),
  415: asNumber(415),
  422: asNumber(422),
  429: asNumber(429),
  500: asNumber(500),
  502: own('service_unavailable', 'reads'),
  503: own('service_unavailable', 'reads'),
  504: own('service_unavailable', 'reads'),
};
