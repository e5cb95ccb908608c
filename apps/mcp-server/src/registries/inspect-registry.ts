import { checkRegistry, type Registry } from '@srkit/registries';
import { isRegistryError } from '@srkit/registry-client';
import type { ServerClusterId } from '@srkit/registry-protocol';
import { configFacts } from '../reading/config-fields.ts';
import { configInForce, modeInForce } from '../reading/setting-in-force.ts';
import { describeHealth, type HealthFacts } from './describe-health.ts';

/** What there is to know of a registry, as far as it says it in time. */
export interface RegistryInspection extends HealthFacts {
  commit_id?: string | undefined;
  cluster_id?: string | undefined;
  total_contexts?: number | undefined;
  config?: Record<string, unknown> | undefined;
  mode?: string | undefined;
  /** What could not be read, and why. */
  unknown?: { fact: string; reason: string }[];
}

/** All of it together takes no longer, in milliseconds. */
const patienceMs = 5_000;

/**
 * Finds out how a registry is, what it is, and what applies in its context, all at the same time. What is not known is named: a
 * registry that is down, or a release that has no such question, is an answer.
 */
export async function inspectRegistry(
  registry: Registry,
  { signal }: { signal: AbortSignal },
): Promise<RegistryInspection> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const unknown: { fact: string; reason: string }[] = [];

  async function known<T>(fact: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      signal.throwIfAborted();
      unknown.push({ fact, reason: reasonOf(error, until) });
      return undefined;
    }
  }

  const { context } = registry;
  const here = () => ({ client: registry.direct.inContext(context), context });
  const options = { signal: until };
  const [health, version, cluster, contexts, config, mode] = await Promise.all([
    checkRegistry(registry, { signal, timeoutMs: patienceMs }),
    known('commit_id', async () => registry.direct.metadata.version(options)),
    known('cluster_id', async () => registry.direct.metadata.clusterId(options)),
    known('total_contexts', async () => registry.direct.contexts.list(options)),
    known('config', async () => configInForce(here(), options)),
    known('mode', async () => modeInForce(here(), options)),
  ]);
  return {
    ...describeHealth(health),
    commit_id: version?.commitId,
    cluster_id: clusterOf(cluster),
    total_contexts: contexts?.length,
    config: config && configFacts(config.value),
    mode: mode?.value,
    // Of a registry that is down nothing is known; that it is down says why.
    ...(health.state !== 'down' && unknown.length > 0 && { unknown }),
  };
}

/** The Kafka cluster that it keeps its schemas in; a hosted one has an id of its own. */
function clusterOf(cluster: ServerClusterId | undefined): string | undefined {
  return cluster?.scope?.clusters?.['kafka-cluster'] ?? cluster?.id;
}

function reasonOf(error: unknown, until: AbortSignal): string {
  if (until.aborted) return `It gave no answer within ${patienceMs} ms.`;
  return isRegistryError(error) ? error.message : 'It could not be asked.';
}
