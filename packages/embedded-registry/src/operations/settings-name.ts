import type { Registry } from '../registry.ts';
import { defaultContextName, isGlobal } from '../rules/effective-config.ts';
import type { Call } from './call.ts';
import { pathSubject } from './path-version.ts';

/** The name that a request for settings is about: the path's, or the default context's where it names none. */
export function settingsName(call: Call): string {
  return call.parameters['subject'] === undefined ? defaultContextName : pathSubject(call);
}

/** Whether a name always has settings: the default context and everything never inherit in an answer. */
export function alwaysHasSettings(registry: Registry, name: string): boolean {
  return name === defaultContextName || isGlobal(registry, name);
}
