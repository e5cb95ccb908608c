import { Buffer } from 'node:buffer';
import { type ErrorNumber, errorCodes } from '@srkit/registry-protocol';
import type { Answering, RegistryRequest, RegistryResponse } from '../http/message.ts';
import { Rejection } from '../http/rejection.ts';
import { respondWithError } from '../http/respond.ts';
import type { Drawn, DrawnFaults, Outcome } from './create-faults.ts';
import type { ErrorFault } from './fault.ts';
import { wait } from './wait.ts';

/** Lets faults happen to what is answered. While there are none, nothing is in the way. */
export function withFaults(faults: DrawnFaults, answer: Answering): Answering {
  return (request) =>
    faults.isEmpty() ? answer(request) : answerWith(faults.draw(request), request, answer);
}

async function answerWith(
  drawn: Drawn,
  request: RegistryRequest,
  answer: Answering,
): Promise<RegistryResponse> {
  const { delayMs, headers, outcome } = drawn;
  const isAwaited = await wait(delayMs, request);
  if (!isAwaited) return noAnswer;
  const response =
    outcome === undefined
      ? await answer(request)
      : await answerWithOutcome(outcome, drawn, request, answer);
  return { ...response, headers: { ...response.headers, ...headers } };
}

async function answerWithOutcome(
  outcome: Outcome,
  drawn: Drawn,
  request: RegistryRequest,
  answer: Answering,
): Promise<RegistryResponse> {
  if (outcome.kind === 'cut-off') {
    const response = await answer(request);
    const length = Buffer.byteLength(response.body);
    const { afterBytes = Math.floor(length / 2) } = outcome;
    if (afterBytes < length) return { ...response, interruption: { kind: 'cut-off', afterBytes } };
    drawn.giveBack();
    return response;
  }
  if ('written' in outcome && outcome.written) {
    const response = await answer(request);
    if (response.status >= 400) {
      drawn.giveBack();
      return response;
    }
  }
  if (outcome.kind === 'error') return respondWithFault(outcome, request);
  if (outcome.kind === 'too-many-requests')
    return respondWithFault({ ...outcome, kind: 'error', status: 429 }, request);
  if (outcome.kind === 'no-answer') return noAnswer;
  return { status: 0, headers: {}, body: '', interruption: { kind: 'connection-reset' } };
}

const noAnswer: RegistryResponse = {
  status: 0,
  headers: {},
  body: '',
  interruption: { kind: 'no-answer' },
};

function respondWithFault(fault: ErrorFault, request: RegistryRequest): RegistryResponse {
  const { retryAfterSeconds } = fault;
  const errorCode = fault.errorCode ?? fault.status ?? (fault.written ? 50002 : 503);
  const rejection = new Rejection(errorCode, fault.message ?? textOf(errorCode));
  const { status, headers, body } = respondWithError(request, rejection);
  return {
    status: fault.status ?? status,
    headers: {
      ...headers,
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    },
    body,
  };
}

function textOf(errorCode: number): string {
  if (errorCode === 503) return 'Service Unavailable';
  return errorCode in errorCodes ? errorCodes[errorCode as ErrorNumber].text : `HTTP ${errorCode}`;
}
