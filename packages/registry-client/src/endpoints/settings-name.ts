import { invalidArgument } from '../errors/invalid-argument.ts';

/**
 * Lets every name through to config and mode but the empty one: there it would mean the whole context, and change far more
 * than a subject that somebody forgot to name.
 *
 * @throws RegistryError `invalid_argument`
 */
export function settingsName(subject: string): string {
  if (subject !== '') return subject;
  throw invalidArgument(
    "The subject is empty. Name a subject, or write ':.ctx:' for a context, ':.:' for the default one, ':.__GLOBAL:' for all.",
  );
}
