import { type Mode, parseQualifiedName, qualifiedName } from '@srkit/registry-protocol';
import { type Rejection, rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { defaultContextName, settingsChain } from './effective-config.ts';

const override: Mode = 'READONLY_OVERRIDE';

/**
 * The mode in force for a name: its own, else its context's, else everything's, else READWRITE. In older releases
 * READONLY_OVERRIDE of the default context goes before them all.
 */
export function effectiveMode(registry: Registry, name: string): Mode {
  const { overrideIsReadOnly } = registry.features;
  if (!overrideIsReadOnly && registry.store.settings(defaultContextName).mode === override)
    return override;
  for (const candidate of settingsChain(registry, name)) {
    const { mode } = registry.store.settings(candidate);
    if (mode) return mode;
  }
  return 'READWRITE';
}

/** Whether nothing may be written. */
export function isReadOnly(mode: Mode): boolean {
  return mode === 'READONLY' || mode === override;
}

/** Whether registrations take ids and versions as they are given, and nothing is checked. */
export function isImporting(mode: Mode): boolean {
  return mode === 'IMPORT' || mode === 'FORWARD';
}

/** @throws Rejection 42205 when the subject must not be changed */
export function checkWritable(registry: Registry, subject: string): void {
  if (isReadOnly(effectiveMode(registry, subject))) throw inMode(subject, 'is in read-only mode');
}

/** 42205 with the subject, its context (empty for the default one), and what about them. */
export function inMode(subject: string, what: string): Rejection {
  const { context } = parseQualifiedName(subject);
  return rejectionWith(
    42205,
    `Subject ${subject} in context ${qualifiedName(context, '')} ${what}`,
  );
}
