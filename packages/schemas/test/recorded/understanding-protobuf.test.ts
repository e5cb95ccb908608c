import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel, ParsedSchema, ReferencedSchema } from '../../src/index.ts';
import {
  checkCompatibility,
  describeTypes,
  diffSchemas,
  findDangerousChanges,
  lintSchema,
  parseSchema,
  walkFields,
} from '../../src/index.ts';
import { needsSharedData, sharedRows, sharedText } from './shared-data.ts';

interface Text {
  file: string;
  references?: { name: string; subject: string }[];
  stored: string;
}

interface Evolution {
  id: string;
  old: string;
  new: string;
}

const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const satisfies CompatibilityLevel[];
const parse = (text: string): ParsedSchema => parseSchema('PROTOBUF', text);

/** Real files as their authors wrote them, and as the registry keeps them. */
function realSchemas(): { file: string; written: ParsedSchema; stored: ParsedSchema }[] {
  const rows = sharedRows<Text>('recorded/texts-protobuf.jsonl');
  const byFile = new Map(rows.map((row) => [row.file, row]));
  const collect = ({ references = [] }: Text, found: Map<string, string>): void => {
    for (const { name, subject } of references) {
      const row = byFile.get(subject);
      if (row === undefined || found.has(name)) continue;
      collect(row, found);
      found.set(name, row.stored);
    }
  };
  return rows.map((row) => {
    const found = new Map<string, string>();
    collect(row, found);
    const references: ReferencedSchema[] = [...found].map(([name, text]) => ({ name, text }));
    return {
      file: row.file,
      written: parseSchema('PROTOBUF', sharedText(row.file), { references }),
      stored: parseSchema('PROTOBUF', row.stored, { references, validation: 'stored' }),
    };
  });
}

describe('real Protobuf files', () => {
  it('are walked: each field that is written is found once', (context) => {
    needsSharedData(context);
    let counted = 0;
    for (const { file, stored } of realSchemas()) {
      // Every field has a number, and so has every value of an enum.
      const numbered = stored.text.match(/^ +[\w.<>, ]+ = -?[0-9]+( \[.*)?(;|$| \{)/gm) ?? [];
      const own = stored.type === 'PROTOBUF' ? (stored.file.packageName ?? '') : '';
      const types = describeTypes(stored).filter(({ name }) => name.startsWith(own));
      const names = new Set(types.map(({ name }) => name));
      const symbols = types.reduce((sum, type) => sum + (type.symbols?.length ?? 0), 0);
      const fields = walkFields(stored);
      const isOwn = ({ record, path }: { record: string; path: string }): boolean =>
        path.startsWith('(extend ') || names.has(record);
      const paths = fields.map(({ path }) => path);
      expect([file, new Set(paths).size]).toEqual([file, paths.length]);
      // Where an import is of the same package, more is found than is written here.
      const isSpread = stored.references.some(({ text }) => text.includes(`package ${own};`));
      if (isSpread || own === '') continue;
      counted += 1;
      expect([file, fields.filter(isOwn).length + symbols]).toEqual([file, numbered.length]);
    }
    expect(counted).toBeGreaterThan(60);
  });

  it('have no difference from what is stored of them', (context) => {
    needsSharedData(context);
    const different = realSchemas().filter(
      ({ written, stored }) =>
        diffSchemas(written, stored).length + diffSchemas(stored, written).length > 0,
    );
    expect(different.map(({ file }) => file)).toEqual([]);
  });

  it('raise few complaints that would wear a reader out', (context) => {
    needsSharedData(context);
    const schemas = realSchemas();
    const stored = schemas.flatMap((schema) => lintSchema(schema.stored));
    const written = schemas.flatMap((schema) => lintSchema(schema.written));
    expect(stored.length).toBeLessThan(schemas.length * 2);
    expect(written.length).toBeLessThan(schemas.length * 4);
    const loud = [...stored, ...written].filter(({ severity }) => severity !== 'info');
    expect(loud.length).toBeLessThan(5);
    expect(loud.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('real and generated evolutions of Protobuf', () => {
  it('differ where their texts do, both ways', (context) => {
    needsSharedData(context);
    const silent = sharedRows<Evolution>('recorded/evolutions-protobuf.jsonl').filter((row) => {
      const [old, next] = [parse(row.old), parse(row.new)];
      return [diffSchemas(old, next), diffSchemas(next, old)].some((changes) => {
        const inText = changes.filter(({ kind }) => !kind.startsWith('doc_'));
        return inText.length > 0 !== (old.text !== next.text);
      });
    });
    expect(silent).toEqual([]);
  });

  it('are judged dangerous only at levels at which the registry takes such a change', (context) => {
    needsSharedData(context);
    let judged = 0;
    for (const row of sharedRows<Evolution>('recorded/evolutions-protobuf.jsonl')) {
      const [old, next] = [parse(row.old), parse(row.new)];
      const changes = diffSchemas(old, next);
      const dangers = findDangerousChanges(old, next);
      for (const { path } of dangers) expect(changes.map((change) => change.path)).toContain(path);
      // Where nothing else changed, the registry's verdict is the one of this change alone.
      const [danger] = dangers;
      const inText = changes.filter(({ kind }) => !kind.startsWith('doc_'));
      if (inText.length !== 1 || danger === undefined) continue;
      judged += 1;
      const accepted = LEVELS.filter(
        (level) => checkCompatibility(next, [{ version: 1, schema: old }], level).compatible,
      );
      expect([row.id, danger.acceptedAt]).toEqual([row.id, accepted]);
    }
    expect(judged).toBeGreaterThan(20);
  });
});
