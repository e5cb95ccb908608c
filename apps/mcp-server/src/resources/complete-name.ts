import type { Registry, RegistryChoice } from '@srkit/registries';
import { isQualified, parseQualifiedName } from '@srkit/registry-protocol';
import { nameInside } from '../policy/resolve-place.ts';
import { listSubjects } from '../reading/list-subjects.ts';

/** Somebody is typing: an answer that takes longer is of no use, in milliseconds. */
const patienceMs = 3_000;

/** What there is to complete, and what was chosen before. */
export interface NameAsked {
  /** What the name is of. */
  kind: string;
  /** What was written so far. */
  written: string;
  /** Name of the registry, where one was chosen. */
  registry?: string | undefined;
  registries: RegistryChoice;
  signal: AbortSignal;
}

/**
 * The names that begin with what was written, in a form that an address can hold. Where a registry does not answer there are none:
 * nobody can do anything about it while typing.
 */
export async function completeName(asked: NameAsked): Promise<string[]> {
  const { kind, written, registry, registries } = asked;
  const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(patienceMs)]);
  try {
    switch (kind) {
      case 'registry':
        return registries.names.filter((name) => beginsWith(name, written));
      case 'context':
        return await completeContext(registries.get(registry), written, signal);
      case 'subject':
        return await completeSubject(registries.get(registry), written, signal);
      default:
        return [];
    }
  } catch {
    return [];
  }
}

async function completeContext(
  { client }: Registry,
  written: string,
  signal: AbortSignal,
): Promise<string[]> {
  const contexts = await client.inContext('.').contexts.list({ signal });
  // `staging`, `.staging` and `:.staging:` mean the same.
  const bare = written.replace(/^:?\.?/, '');
  return contexts
    .filter((context) => beginsWith(context.slice(1), bare.replace(/:$/, '')))
    .map((context) => (isFolded(context) ? `:${context}:` : context));
}

async function completeSubject(
  { client, context }: Registry,
  written: string,
  signal: AbortSignal,
): Promise<string[]> {
  if (written.startsWith(':')) {
    const every = client.inContext('.');
    const names = await listSubjects(every, '*', { signal });
    return names.map(qualified).filter((name) => beginsWith(name, written));
  }
  const listed = await listSubjects(client.inContext(context), context, { signal });
  return listed
    .map((name) => nameInside(context, name))
    .filter((name) => beginsWith(name, written))
    .map((name) => (isFolded(name) ? `:${context}:${name}` : name));
}

function qualified(name: string): string {
  if (isQualified(name)) return name;
  return `:.:${parseQualifiedName(name).subject}`;
}

function beginsWith(name: string, written: string): boolean {
  return name.toLowerCase().startsWith(written.toLowerCase());
}

/** In an address `.` and `..` lead elsewhere, however they are encoded; with a context before them they do not. */
function isFolded(name: string): boolean {
  return name === '.' || name === '..';
}
