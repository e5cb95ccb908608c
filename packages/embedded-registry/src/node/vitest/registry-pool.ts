import { type StartedRegistry, type StartOptions, start } from '../start.ts';

/** Registries that tests take turns with. */
export interface RegistryPool {
  /** Gives a registry that is as it started, to one test at a time. */
  take(options: StartOptions): Promise<StartedRegistry>;
  giveBack(registry: StartedRegistry): void;
  stop(): Promise<void>;
}

interface Pooled {
  registry: StartedRegistry;
  options: StartOptions;
  isTaken: boolean;
}

/** Creates an empty pool. A registry is started when none is free; free ones with other options are stopped then. */
export function createRegistryPool(): RegistryPool {
  let pooled: Pooled[] = [];

  async function stopFree(): Promise<void> {
    const free = pooled.filter(({ isTaken }) => !isTaken);
    pooled = pooled.filter(({ isTaken }) => isTaken);
    await Promise.all(free.map(({ registry }) => registry.stop()));
  }

  return {
    async take(options) {
      const free = pooled.find((each) => !each.isTaken && each.options === options);
      if (free) {
        free.isTaken = true;
        await free.registry.reset();
        return free.registry;
      }
      await stopFree();
      const registry = await start(options);
      pooled.push({ registry, options, isTaken: true });
      return registry;
    },
    giveBack(registry) {
      for (const each of pooled) if (each.registry === registry) each.isTaken = false;
    },
    async stop() {
      await Promise.all(pooled.map(({ registry }) => registry.stop()));
      pooled = [];
    },
  };
}
