import { parseQualifiedName } from '@srkit/registry-protocol';
import {
  createSnapshot,
  type Snapshot,
  type SnapshotParts,
  type SnapshotVersion,
} from '../../src/index.ts';

/** By `subject version`, with `-` before it where it is soft-deleted, what it refers to: `subject version`. */
export type GraphContents = Readonly<Record<string, readonly string[]>>;

/** A snapshot of versions that need not be possible in a registry: with circles, and references that lead nowhere. */
export function aGraph(contents: GraphContents, parts: Partial<SnapshotParts> = {}): Snapshot {
  const subjects = new Map<string, SnapshotVersion[]>();
  Object.entries(contents).forEach(([key, references], index) => {
    const { subject, version } = nameOf(key.replace(/^-/, ''));
    const versions = subjects.get(subject) ?? [];
    subjects.set(subject, versions);
    versions.push({
      ...{ version, id: index + 1, deleted: key.startsWith('-'), schemaType: 'AVRO', bytes: 1 },
      guid: `guid-${index}`,
      references: references.map((to, number) => ({ name: `r${number}`, ...nameOf(to) })),
    });
  });
  return createSnapshot({
    registry: 'r',
    subjects: [...subjects].map(([name, versions]) => ({
      name,
      ...parseQualifiedName(name),
      versions,
    })),
    ...parts,
  });
}

/** `orders 2` as a subject and a version. */
export function nameOf(written: string): { subject: string; version: number } {
  const space = written.lastIndexOf(' ');
  return { subject: written.slice(0, space), version: Number(written.slice(space + 1)) };
}

/** A subject and a version as `orders 2`. */
export function written({ subject, version }: { subject: string; version: number }): string {
  return `${subject} ${version}`;
}
