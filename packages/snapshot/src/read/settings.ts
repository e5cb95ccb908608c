import type { CallOptions, RegistryClient } from '@srkit/registry-client';
import {
  type Config,
  defaultContext,
  globalContext,
  type Mode,
  qualifiedName,
} from '@srkit/registry-protocol';
import { type Asked, unread } from './ask.ts';
import type { Reading } from './reading.ts';
import { inParallel } from './work-queue.ts';

/** What a subject or a context has of its own. */
export interface Settings {
  readonly config?: Config;
  readonly mode?: Mode;
}

/** Whose settings are read. */
export interface SettingsOf {
  /** As an endpoint for settings names it: a subject, `:.ctx:`, `:.:` or `:.__GLOBAL:`. */
  readonly name: string;
  /** What it is called where it cannot be read. */
  readonly what: { readonly context?: string; readonly subject?: string };
}

/** A subject as one that has settings. */
export function settingsOfSubject(subject: string): SettingsOf {
  return { name: subject, what: { subject } };
}

/** A context as one that has settings; `.__GLOBAL` for what holds in every context. */
export function settingsOfContext(context: string): SettingsOf {
  const name = context === defaultContext ? ':.:' : qualifiedName(context, '');
  return { name, what: { context } };
}

/** What holds for every context. */
export const settingsOfAll: SettingsOf = settingsOfContext(globalContext);

/**
 * Reads configurations and modes, many at the same time: a registry has no bulk read of them. What answers 404 inherits.
 *
 * @param options.inForce the registry answers with what is in force where nothing is set (Apicurio), so that what is as the
 *   default context's counts as inherited
 * @returns by name; without an entry for what has neither
 */
export async function readSettings(
  reading: Reading,
  targets: readonly SettingsOf[],
  { inForce }: { inForce: boolean },
): Promise<Map<string, Settings>> {
  const found = new Map<string, Settings>();
  const { concurrency } = reading;
  const kinds = ['config', 'mode'] as const;
  const total = targets.length * kinds.length;
  let done = 0;
  const defaults = inForce ? await readOne(reading, ':.:', 'config') : undefined;
  const jobs = targets.flatMap((target) => kinds.map((kind) => ({ target, kind })));
  await inParallel(jobs, concurrency, async ({ target, kind }) => {
    const { name, what } = target;
    const answer = await readOne(reading, name, kind);
    if (!answer.ok && answer.error.status !== 404) {
      reading.unreadable.push(unread({ what: kind, ...what }, answer));
    }
    const isInherited = what.subject !== undefined && isSame(answer, defaults);
    if (answer.ok && !isInherited) found.set(name, { ...found.get(name), ...answer.value });
    done += 1;
    reading.report({ done, total, unit: 'settings', message: 'Reading configurations and modes' });
  });
  return found;
}

async function readOne(
  { ask, client }: Reading,
  name: string,
  kind: 'config' | 'mode',
): Promise<Asked<Settings>> {
  return ask(async (options) => read[kind](client, name, options));
}

const read = {
  config: async (client: RegistryClient, name: string, options: CallOptions) => ({
    config: await (name === ':.:'
      ? client.config.getGlobal(options)
      : client.config.get(name, options)),
  }),
  mode: async (client: RegistryClient, name: string, options: CallOptions) => {
    const isDefault = name === ':.:';
    const { mode } = isDefault
      ? await client.mode.getGlobal(options)
      : await client.mode.get(name, options);
    return { mode };
  },
};

function isSame(one: Asked<Settings>, other: Asked<Settings> | undefined): boolean {
  return (
    other !== undefined &&
    one.ok &&
    other.ok &&
    one.value.config !== undefined &&
    JSON.stringify(one.value.config) === JSON.stringify(other.value.config)
  );
}
