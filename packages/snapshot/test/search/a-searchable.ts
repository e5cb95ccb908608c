import type { SchemaReference } from '@srkit/registry-protocol';
import { createSnapshot, type Snapshot, type SnapshotVersion } from '../../src/index.ts';

/** A schema as it stands in a registry, whether or not a registry would take it. */
export interface StoredSchema {
  schema: string;
  schemaType?: SnapshotVersion['schemaType'];
  references?: readonly SchemaReference[];
  /** Of two with the same guid the content is the same. */
  guid?: string;
}

/** A snapshot of any texts, by subject of the default context; `readTexts` is told each time that one is read. */
export function aSearchable(
  contents: Readonly<Record<string, readonly StoredSchema[]>>,
  onRead: (guid: string) => void = () => {},
): Snapshot {
  const texts = new Map<string, string>();
  let id = 0;
  const subjects = Object.entries(contents).map(([subject, schemas]) => ({
    ...{ name: subject, context: '.', subject },
    versions: schemas.map(({ schema, schemaType = 'AVRO', references = [], guid }, index) => {
      id += 1;
      const key = guid ?? `guid-${id}`;
      texts.set(key, schema);
      return {
        ...{ version: index + 1, id, deleted: false, schemaType, references, guid: key },
        bytes: Buffer.byteLength(schema),
      };
    }),
  }));
  return createSnapshot({
    registry: 'r',
    subjects,
    texts: {
      async write() {},
      async read(guid) {
        onRead(guid);
        return texts.get(guid);
      },
      async close() {},
    },
  });
}
