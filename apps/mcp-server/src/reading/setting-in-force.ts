import { isRegistryError, type RegistryClient } from '@srkit/registry-client';
import {
  type Config,
  type ContextName,
  defaultContext,
  globalContext,
  type Mode,
} from '@srkit/registry-protocol';

/**
 * Where a setting is made: on the `subject` itself, on its `context`, or further up. What stands further up (the default
 * context's own setting, `:.__GLOBAL:`, the server's default) a registry does not tell apart.
 */
export type SettingSource = 'subject' | 'context' | 'registry';

/** A setting as it applies, and where it comes from. */
export interface InForce<T> {
  value: T;
  source: SettingSource;
}

/** Where to read: a subject, or without one the context itself. */
export interface SettingPlace {
  /** In the context. */
  client: RegistryClient;
  context: ContextName;
  subject?: string | undefined;
}

interface CallOptions {
  signal: AbortSignal;
}

/** The configuration that applies to a subject or a context. */
export async function configInForce(
  { client, context, subject }: SettingPlace,
  { signal }: CallOptions,
): Promise<InForce<Config>> {
  const { config } = client;
  return inForce(context, {
    ...(subject !== undefined && { ofSubject: () => config.get(subject, { signal }) }),
    ofContext: () => config.getGlobal({ signal }),
    applying: () =>
      subject === undefined
        ? config.getGlobal({ defaultToGlobal: true, signal })
        : config.get(subject, { defaultToGlobal: true, signal }),
  });
}

/** The mode that applies to a subject or a context. */
export async function modeInForce(
  { client, context, subject }: SettingPlace,
  { signal }: CallOptions,
): Promise<InForce<Mode>> {
  const { mode } = client;
  const found = await inForce(context, {
    ...(subject !== undefined && { ofSubject: () => mode.get(subject, { signal }) }),
    ofContext: () => mode.getGlobal({ signal }),
    applying: () =>
      subject === undefined
        ? mode.getGlobal({ defaultToGlobal: true, signal })
        : mode.get(subject, { defaultToGlobal: true, signal }),
  });
  return { value: found.value.mode, source: found.source };
}

interface Levels<T> {
  ofSubject?: () => Promise<T>;
  ofContext: () => Promise<T>;
  applying: () => Promise<T>;
}

async function inForce<T>(context: ContextName, levels: Levels<T>): Promise<InForce<T>> {
  const ofSubject = levels.ofSubject && (await unlessInherited(levels.ofSubject));
  if (ofSubject !== undefined) return { value: ofSubject, source: 'subject' };
  // These two answer always, so an answer says nothing about where it comes from.
  const tells = context !== defaultContext && context !== globalContext;
  const ofContext = tells ? await unlessInherited(levels.ofContext) : undefined;
  if (ofContext !== undefined) return { value: ofContext, source: 'context' };
  return { value: await levels.applying(), source: 'registry' };
}

/** Reads a setting that may not be there: a registry answers 404 for what is inherited. */
async function unlessInherited<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isRegistryError(error, 'config_not_found') || isRegistryError(error, 'mode_not_found')) {
      return undefined;
    }
    throw error;
  }
}
