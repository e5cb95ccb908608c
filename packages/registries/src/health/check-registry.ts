import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import type { Registry } from '../registry-choice.ts';
import { lateProblem, type Problem, problemOf, strangerProblem } from './problem-of.ts';
import type { RegistryHealth } from './registry-health.ts';

/** How registries are checked. */
export interface CheckOptions {
  /** How long checking one may take, in milliseconds. @default 5_000 */
  timeoutMs?: number | undefined;
  /** An answer that takes longer than this counts as degraded, in milliseconds. @default the registry's own, otherwise 1_000 */
  slowMs?: number | undefined;
  signal?: AbortSignal | undefined;
  /** The clock for latencies, in milliseconds. @default performance.now */
  now?: (() => number) | undefined;
}

/**
 * Checks how a registry is: reads its global configuration, which every registry has, then asks what it is and can. It writes
 * nothing. A registry that is down is an answer, not an error.
 *
 * @throws RegistriesError `closed`; the reason of the signal when the caller aborts
 */
export async function checkRegistry(
  registry: Registry,
  options: CheckOptions = {},
): Promise<RegistryHealth> {
  const { timeoutMs = 5_000, slowMs = registry.slowMs, now = () => performance.now() } = options;
  options.signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const health = emptyHealth(registry);
  const problem = (error: unknown): Problem => {
    options.signal?.throwIfAborted();
    return deadline.aborted ? lateProblem(timeoutMs) : problemOf(error);
  };
  try {
    const client = registry.direct.inContext('.');
    health.urls = client.describe().urls;
    const began = now();
    const answer = await readConfiguration(client, signal);
    if (typeof answer === 'object') return { ...health, ...answer };
    const latencyMs = Math.round(now() - began);
    if (answer === 'configuration') Object.assign(health, stateOf(latencyMs, slowMs));
    const { vendor, version, can } = await client.probe({ signal });
    if (answer === 'forbidden') Object.assign(health, stateOf(latencyMs, slowMs));
    return { ...health, vendor, version, can };
  } catch (error) {
    if (health.state === 'down') return { ...health, ...problem(error) };
    // It has answered before: only what it is remains unknown.
    return health.problem === 'slow' ? health : { ...health, state: 'degraded', ...problem(error) };
  }
}

/** How a registry is that has answered. */
function stateOf(latencyMs: number, slowMs: number): Partial<RegistryHealth> {
  if (latencyMs <= slowMs) return { state: 'connected', latencyMs };
  const reason = `It took ${latencyMs} ms to answer, which is more than ${slowMs} ms.`;
  return { state: 'degraded', latencyMs, problem: 'slow', reason };
}

function emptyHealth(registry: Registry): RegistryHealth {
  return {
    registry: registry.name,
    state: 'down',
    urls: [],
    latencyMs: undefined,
    vendor: undefined,
    version: undefined,
    can: undefined,
    viewOnly: registry.viewOnly,
    problem: undefined,
    reason: undefined,
  };
}

/**
 * Reads what every registry has.
 *
 * @returns `forbidden` for a user who may not read it, but has reached the registry all the same; a problem for an answer that
 * is no registry's
 */
async function readConfiguration(
  client: RegistryClient,
  signal: AbortSignal,
): Promise<'configuration' | 'forbidden' | Problem> {
  try {
    const { headers, body } = await client.raw({ method: 'GET', path: '/config', signal });
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return 'configuration';
    const type = headers['content-type'] ?? '';
    return strangerProblem(/^text\/html\b/i.test(type) || /^\s*</.test(String(body)));
  } catch (error) {
    if (isRegistryError(error, 'forbidden')) return 'forbidden';
    throw error;
  }
}
