import type { Answer } from '../request/registry-request.ts';
import { type Asked, readBackAdvice } from './asked.ts';
import { meaningOfAnswer } from './meaning-of-answer.ts';
import { printable } from './printable.ts';
import type { Redactor } from './redactor.ts';
import { RegistryError } from './registry-error.ts';
import { verdict } from './repeat.ts';
import { requestInWords } from './request-in-words.ts';
import { retryAfterMs } from './retry-after.ts';

const longestMessage = 2_000;
const longestExcerpt = 200;

/** What helps to make an error out of an answer. */
export interface AnswerReading {
  redactor: Redactor;
  /** The clock, in milliseconds since 1970. */
  now: () => number;
}

/** Makes the error for an answer that is no success: a registry's error body, or whatever stands in its place. */
export function errorFromAnswer(
  asked: Asked,
  answer: Answer,
  reading: AnswerReading,
): RegistryError {
  const body = errorBody(answer.text);
  const { code, advice, repeat } = meaningOfAnswer(answer.status, body.number);
  const { retryable, outcomeUnknown } = verdict(repeat, asked.effect);
  const next = outcomeUnknown ? readBackAdvice : advice;
  const said = body.message
    ? printable(reading.redactor.redact(body.message), longestMessage)
    : saidOtherwise(answer, reading.redactor);
  const number = body.number === undefined ? '' : ` [${body.number}]`;
  return new RegistryError({
    code,
    message: `${requestInWords(asked.method, asked.path)} failed at ${asked.registry}: ${said}${number} ${next}`,
    status: answer.status,
    errorNumber: body.number,
    retryable,
    outcomeUnknown,
    method: asked.method,
    path: asked.path,
    registry: asked.registry,
    advice: next,
    retryAfterMs: retryAfterMs(answer.headers['retry-after'], reading.now),
  });
}

/**
 * Makes the error for a success that is not what a registry answers: HTML, JSON that was cut off, another shape.
 *
 * @param expected what should have come, for example `a list of subjects`
 */
export function errorFromUnexpectedAnswer(
  asked: Asked,
  answer: Answer,
  expected: string,
  reading: AnswerReading,
): RegistryError {
  const { retryable, outcomeUnknown } = verdict('reads', asked.effect);
  const advice = looksLikeHtml(answer)
    ? 'The URL is not a registry’s, or something before the registry answers in its place. Check the URL.'
    : 'Check that the URL is a registry’s and that nothing before it cuts answers off.';
  const next = outcomeUnknown ? `${advice} ${readBackAdvice}` : advice;
  return new RegistryError({
    code: 'invalid_response',
    message: `${requestInWords(asked.method, asked.path)} at ${asked.registry} was not answered with ${expected}: ${saidOtherwise(answer, reading.redactor)} ${next}`,
    status: answer.status,
    retryable: retryable && !looksLikeHtml(answer),
    outcomeUnknown,
    method: asked.method,
    path: asked.path,
    registry: asked.registry,
    advice: next,
  });
}

/** Whether an answer is a page for people. */
export function looksLikeHtml({ headers, text }: Answer): boolean {
  return (
    /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html)\b/i.test(text)
  );
}

function saidOtherwise(answer: Answer, redactor: Redactor): string {
  const status = `HTTP ${answer.status}`;
  const location = answer.status < 400 ? answer.headers['location'] : undefined;
  if (location !== undefined)
    return `${status} to ${printable(redactor.redact(withoutSecrets(location)), longestExcerpt)}.`;
  if (answer.text.trim() === '') return `${status} without a body.`;
  const kind = looksLikeHtml(answer) ? 'HTML' : 'a body that begins';
  const excerpt = printable(redactor.redact(answer.text).replace(/\s+/g, ' '), longestExcerpt);
  return `${status} with ${kind}: ${excerpt}.`;
}

// A query or user part of an address can hold a token.
function withoutSecrets(location: string): string {
  return location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}

function errorBody(text: string): { number: number | undefined; message: string | undefined } {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return { number: undefined, message: undefined };
  const number = 'error_code' in value ? value.error_code : undefined;
  const message = 'message' in value ? value.message : undefined;
  return {
    number: typeof number === 'number' && Number.isInteger(number) ? number : undefined,
    message: typeof message === 'string' && message.trim() !== '' ? message : undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
