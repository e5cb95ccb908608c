import type { Change } from './change.ts';
import type { DekRecord, KekRecord } from './key-records.ts';

/** The change that keeps a key encryption key as it is given. */
export function keepKek(kek: KekRecord): Change {
  return { kind: 'kek', name: kek.name, kek };
}

/** The change that takes a key encryption key away. */
export function dropKek({ name }: KekRecord): Change {
  return { kind: 'kek', name, kek: null };
}

/** The change that keeps a version of a data encryption key as it is given. */
export function keepDek(dek: DekRecord): Change {
  return { ...idOf(dek), dek };
}

/** The change that takes a version of a data encryption key away. */
export function dropDek(dek: DekRecord): Change {
  return { ...idOf(dek), dek: null };
}

function idOf({ kekName, subject, algorithm, version }: DekRecord) {
  return { kind: 'dek' as const, kekName, subject, algorithm, version };
}
