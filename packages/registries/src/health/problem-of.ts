import {
  isRegistryError,
  type RegistryError,
  type RegistryErrorCode,
} from '@srkit/registry-client';
import { isRegistriesError } from '../registries-error.ts';
import { connectionSentence } from './connection-sentences.ts';
import type { RegistryHealth } from './registry-health.ts';

/** Why a registry is not as it should be. */
export type Problem = Pick<RegistryHealth, 'problem' | 'reason'>;

/** Says in a sentence what an error says of a registry's health; what it cannot say safely it leaves out. */
export function problemOf(error: unknown): Problem {
  if (isRegistryError(error)) return { problem: error.code, reason: sentenceOf(error) };
  if (isRegistriesError(error, 'closed')) throw error;
  // From what the settings were handed to: its own words are not known to be free of secrets, but for those of ours.
  const name = error instanceof Error ? error.name : typeof error;
  const said = error instanceof Error && isOurs(error) ? `: ${error.message}` : ` (${name}).`;
  return { problem: 'not_usable', reason: `A client cannot be made of its settings${said}` };
}

/** The problem of a registry that did not answer in the time that its check may take. */
export function lateProblem(timeoutMs: number): Problem {
  return {
    problem: 'timeout',
    reason: `It gave no answer within ${timeoutMs} ms. It may be overloaded, or a firewall drops what is sent to it.`,
  };
}

/** The problem of an answer that is a success, and not a registry's. */
export function strangerProblem(isPage: boolean): Problem {
  const what = isPage ? 'a web page' : 'something else than a registry’s configuration';
  return {
    problem: 'invalid_response',
    reason: `It answered with ${what}: something that is no registry stands at its url, such as a proxy, a login page or another service. Check the url and its path.`,
  };
}

function isOurs({ name }: Error): boolean {
  return name === 'AuthError' || name === 'RegistryError' || name === 'RegistriesError';
}

function sentenceOf(error: RegistryError): string {
  const { code, status, advice } = error;
  if (code === 'connection_failed')
    return connectionSentence(error) ?? `It cannot be reached. ${advice}`;
  if (code === 'credentials_failed') return credentialsSentence(error);
  const answered = status === undefined ? '' : ` (HTTP ${status})`;
  const known = sentences[code];
  if (known !== undefined) return known.replace('…', answered);
  return `It answered with an error${answered}: ${code.replaceAll('_', ' ')}. ${advice ?? ''}`.trim();
}

function credentialsSentence({ cause }: RegistryError): string {
  const said = cause instanceof Error && isOurs(cause) ? ` ${cause.message}` : '';
  return `No token could be had for it, so nothing was sent.${said} Check its credentials and the service that issues the tokens.`;
}

/** Beside what a connection fails for. `…` is where the status stands. */
const sentences: Readonly<Partial<Record<RegistryErrorCode, string>>> = {
  unauthorized:
    'It does not accept these credentials…: user and password, or the token, are wrong or missing.',
  forbidden: 'It knows who we are and lets us read nothing…. Whoever runs it can allow it.',
  timeout:
    'It gave no answer in time. It may be overloaded, or a firewall drops what is sent to it.',
  redirected:
    'It answers with a redirection…, which is not followed. Set the url to where it leads; it may be the page to log in at.',
  route_not_found: 'There is no registry at its url…. Check the path of the url.',
  not_found: 'There is no registry at its url…. Check the path of the url.',
  service_unavailable:
    'It cannot serve at present…: it is starting, overloaded, or what stands before it does not reach it.',
  rate_limited: 'It takes no more requests at present…. Send fewer, or set rate.readsPerSecond.',
  internal_server_error: 'It fails…. Look into its log.',
  server_error: 'It fails…. Look into its log.',
  store_error: 'It cannot read its store…. Look into its log, and whether its Kafka runs.',
  store_timeout: 'Its store does not answer in time…. Look whether its Kafka runs.',
  unknown_leader: 'It has no leader at present…. Try again in some seconds.',
  invalid_response:
    'It did not answer as a registry does…: something else stands at its url, such as a proxy, a login page or a Kafka broker. Check the url.',
};
