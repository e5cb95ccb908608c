import fc from 'fast-check';
import type { RegistryRequest } from '../../src/http/message.ts';
import { createEmbeddedRegistry, type EmbeddedRegistry } from '../../src/index.ts';
import { answerProblem } from './answer-problem.ts';
import { type RequestSequence, requestSequence, usualLength } from './mutated-requests.ts';

/** How many requests, and which. */
export interface TrialPlan {
  /** About so many. */
  requests: number;
  /** The same seed makes the same requests. */
  seed: number;
}

/** What came of them. */
export interface TrialReport {
  requests: number;
  /** How many answers there were of each status. */
  statuses: Record<number, number>;
  slowest: { milliseconds: number; request: string };
  /** The first request that was answered wrongly, with what was sent before it. */
  failure?: string;
}

/** No request may take longer. */
const mostMilliseconds = 1000;
/** What takes longer is asked once more before it counts. */
const usualMilliseconds = 50;

/**
 * Sends mutated requests and looks at every answer: it has to be one that a registry gives, in time, and the registry has to go
 * on answering.
 */
export async function tryRequests({ requests, seed }: TrialPlan): Promise<TrialReport> {
  const report: TrialReport = {
    requests: 0,
    statuses: {},
    slowest: { milliseconds: 0, request: '' },
  };
  const property = fc.asyncProperty(requestSequence, (sequence) => trySequence(sequence, report));
  const details = await fc.check(property, { seed, numRuns: Math.ceil(requests / usualLength) });
  if (!details.failed) return report;
  const [sequence] = details.counterexample ?? [];
  const shown = sequence?.requests.map(describe).join('\n');
  return { ...report, failure: `${details.errorInstance}\nafter (${sequence?.edition})\n${shown}` };
}

async function trySequence(sequence: RequestSequence, report: TrialReport): Promise<void> {
  const { edition, requests } = sequence;
  const failures: unknown[] = [];
  const onInternalError = (error: unknown) => failures.push(error);
  const registry = createEmbeddedRegistry({ edition, onInternalError });
  let sent = '';
  for (const [index, request] of requests.entries()) {
    const shown = describe(request);
    sent += shown;
    const first = await ask(registry, request);
    const { response } = first;
    let { milliseconds } = first;
    if (milliseconds > usualMilliseconds)
      milliseconds = Math.min(milliseconds, await askOnceMore(sequence, index));
    report.requests += 1;
    report.statuses[response.status] = (report.statuses[response.status] ?? 0) + 1;
    if (milliseconds > report.slowest.milliseconds)
      report.slowest = { milliseconds, request: shown };
    const [failure] = failures;
    const problem =
      failure !== undefined
        ? stackOf(failure)
        : milliseconds > mostMilliseconds
          ? `an answer after ${milliseconds} ms`
          : answerProblem(request, response, sent);
    if (problem !== undefined) throw new Error(`${shown}: ${problem}`);
  }
  const { status, body } = await registry.handle({ method: 'GET', target: '/subjects' });
  if (status !== 200 || !Array.isArray(JSON.parse(body)))
    throw new Error(`GET /subjects is answered with ${status} ${body}`);
}

async function ask(registry: EmbeddedRegistry, request: RegistryRequest) {
  const start = performance.now();
  const response = await registry.handle(request);
  return { response, milliseconds: performance.now() - start };
}

/** On a busy machine any request can be slow once; what nothing remembers has to be slow twice. */
async function askOnceMore({ edition, requests }: RequestSequence, index: number): Promise<number> {
  const registry = createEmbeddedRegistry({ edition });
  for (const request of requests.slice(0, index)) await registry.handle(request);
  const { milliseconds } = await ask(registry, requests[index] ?? { method: 'GET', target: '/' });
  return milliseconds;
}

function describe({ method, target, headers, body }: RegistryRequest): string {
  const text =
    typeof body === 'string'
      ? body
      : body && `bytes ${Buffer.from(body).toString('latin1').replaceAll('\0', '')}`;
  return `${method} ${target} ${JSON.stringify(headers)} ${text ?? ''}`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
