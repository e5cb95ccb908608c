import { globalContext, parseQualifiedName, qualifiedName } from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import type { ConfigRecord } from '../state/records.ts';

/** What settings of the default context are kept under. */
export const defaultContextName = '';

/** What settings for everything are kept under. */
const globalName = qualifiedName(globalContext, '');

/** A configuration in which the level is decided. */
export type EffectiveConfig = ConfigRecord & Required<Pick<ConfigRecord, 'compatibility'>>;

/** Whether a name stands for everything. */
export function isGlobal(registry: Registry, name: string): boolean {
  return name === globalName && registry.features.globalContext;
}

/** The names that settings of a subject are looked for under, nearest first. */
export function settingsChain(registry: Registry, subject: string): string[] {
  const { context } = parseQualifiedName(subject);
  const own = qualifiedName(context, '');
  const chain = own === subject ? [subject] : [subject, own];
  if (registry.features.globalContext && own !== globalName) chain.push(globalName);
  return chain;
}

/**
 * The configuration that a name answers with: the nearest record as a whole. A record without a level has the server's
 * default one, not its parent's.
 */
export function inheritedConfig(registry: Registry, name: string): EffectiveConfig {
  for (const candidate of settingsChain(registry, name)) {
    const { config } = registry.store.settings(candidate);
    if (config) return withLevel(registry, config);
  }
  return { compatibility: registry.defaultLevel };
}

/** Fills in the server's default level. */
export function withLevel(registry: Registry, config: ConfigRecord): EffectiveConfig {
  return { ...config, compatibility: config.compatibility ?? registry.defaultLevel };
}

const mergedFields = [
  'normalize',
  'validateFields',
  'validateNewSchemas',
  'validateRules',
  'compatibilityPolicy',
  'compatibilityGroup',
] as const satisfies readonly (keyof ConfigRecord)[];

/**
 * The configuration in force for a subject's schemas. A subject's own record takes some fields that it leaves open from the
 * default context's record, even where the subject lives in another context.
 */
export function effectiveConfig(registry: Registry, subject: string): EffectiveConfig {
  const inherited = inheritedConfig(registry, subject);
  if (!registry.store.settings(subject).config) return inherited;
  const fallback = registry.store.settings(defaultContextName).config ?? {};
  const filled = mergedFields.filter((field) => inherited[field] === undefined);
  return {
    ...Object.fromEntries(
      filled.flatMap((field) => (fallback[field] === undefined ? [] : [[field, fallback[field]]])),
    ),
    ...inherited,
  };
}
