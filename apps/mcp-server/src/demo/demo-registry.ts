import type { RegistrySettings } from '@srkit/registries';
import type { Log } from '../log.ts';
import type { Demo, NotRegistered } from '../server-options.ts';
import type { OpenDemo } from './open-demo.ts';

/**
 * Settings for a registry in memory. It is made and filled when it is first asked for something, since that loads far more
 * than a server needs to answer that it is there.
 *
 * @param folder of schema files; without it, the schemas of a small shop
 * @param log is told of every file that does not register
 */
export function demoRegistry(
  folder: string | undefined,
  log: Log,
): { setting: RegistrySettings; demo: Demo } {
  let opening: Promise<OpenDemo> | undefined;
  let missing: readonly NotRegistered[] = [];
  const open = async (): Promise<OpenDemo> => {
    const { openDemo } = await import('./open-demo.ts');
    const opened = await openDemo(folder, log);
    missing = opened.notRegistered;
    for (const { file, reason } of missing) log('warn', `${file} is not registered: ${reason}`);
    return opened;
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    opening ??= open();
    const opened = await opening;
    return opened.fetch(input, init);
  };
  return {
    // Filling is part of the first request, and a folder may hold thousands of files.
    setting: { url: 'http://demo.invalid', fetch, timeoutMs: 120_000 },
    demo: { notRegistered: () => missing },
  };
}
