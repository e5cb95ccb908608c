import { createHash } from 'node:crypto';
import { isRecord } from '../http/body-shape.ts';
import { InvalidInput } from '../input/invalid-input.ts';
import { type Change, isKnownChange } from './change.ts';
import { createStore, type Store } from './store.ts';

/**
 * Everything that a registry holds, as plain JSON: keep it in a file, send it, hand it to `reset`. What is inside is the
 * registry's own; it can be read back by every later release of the same major version.
 */
export interface RegistrySnapshot {
  readonly format: 1;
  /** The SHA-256 of the changes, so that one that was cut or edited is found out. */
  readonly digest: string;
  readonly changes: readonly unknown[];
}

/** Takes a snapshot, which shares nothing with the store. */
export function takeSnapshot(store: Store): RegistrySnapshot {
  const text = JSON.stringify(store.dump());
  return { format: 1, digest: digestOf(text), changes: JSON.parse(text) };
}

/**
 * Reads a snapshot.
 *
 * @returns changes that make an empty store equal to the one that it was taken of; they share nothing with the snapshot
 * @throws InvalidInput when it is none, comes from a newer release, or was changed
 */
export function readSnapshot(value: unknown): Change[] {
  if (!isRecord(value) || !('format' in value) || !Array.isArray(value['changes']))
    throw new InvalidInput(
      'This is no snapshot of an embedded registry. Take one with snapshot().',
    );
  const { format, digest, changes } = value;
  if (format !== 1 || !changes.every(isKnownChange))
    throw new InvalidInput(
      'The snapshot is of a newer release of the embedded registry. Read it with that release, or take it again with this one.',
    );
  const text = JSON.stringify(changes);
  if (digest !== digestOf(text))
    throw new InvalidInput(
      'The snapshot was changed after it was taken, or is cut. Take it again, or register its schemas instead.',
    );
  const own: Change[] = JSON.parse(text);
  tryOut(own);
  return own;
}

/** A digest can be made for anything; what cannot be done must not be found half way. */
function tryOut(changes: readonly Change[]): void {
  try {
    const store = createStore();
    for (const change of changes) store.apply(change);
  } catch {
    throw new InvalidInput('The snapshot holds what no registry ever held. Take it again.');
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
