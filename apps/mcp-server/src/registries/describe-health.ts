import type { RegistryHealth } from '@srkit/registries';

/** How a registry is. */
export interface HealthFacts {
  state: RegistryHealth['state'];
  latency_ms?: number | undefined;
  vendor?: string | undefined;
  version?: string | undefined;
  /** What it can. */
  can?: string[] | undefined;
  /** What it cannot, of what some registries can. */
  cannot?: string[] | undefined;
  problem?: string | undefined;
  reason?: string | undefined;
}

/** Says how a registry is, in the words of answers. */
export function describeHealth(health: RegistryHealth): HealthFacts {
  const { state, latencyMs, vendor, version, can, problem, reason } = health;
  const abilities = Object.entries(can ?? {});
  const named = (wanted: boolean): string[] =>
    abilities.filter(([, has]) => has === wanted).map(([name]) => inWords(name));
  return {
    state,
    latency_ms: latencyMs,
    vendor,
    version,
    ...(can !== undefined && { can: named(true), cannot: named(false) }),
    problem,
    reason,
  };
}

/** `deleteContext` as answers write names: `delete_context`. */
function inWords(ability: string): string {
  return ability.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** How many of several registries are as they should be. */
export function summarizeHealth(all: readonly RegistryHealth[]): {
  total_registries: number;
  connected: number;
  degraded: number;
  down: number;
  summary: string;
} {
  const count = (state: RegistryHealth['state']): number =>
    all.filter((health) => health.state === state).length;
  const [connected, degraded, down] = [count('connected'), count('degraded'), count('down')];
  const others = [
    ...(degraded > 0 ? [`${degraded} degraded`] : []),
    ...(down > 0 ? [`${down} down`] : []),
  ];
  return {
    total_registries: all.length,
    connected,
    degraded,
    down,
    summary: [`${connected}/${all.length} healthy`, ...others].join(', '),
  };
}
