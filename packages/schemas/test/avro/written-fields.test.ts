import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AvroSchema,
  checkCompatibility,
  isSchemaError,
  normalizeAvro,
  type ParseOptions,
  parseAvro,
  resolveSchema,
} from '../../src/index.ts';
import { arbitraryAvro } from './arbitrary-schema.ts';

/** Fields that can be read, some of them only beside others. */
const goodFields = [
  '{"name":"a","type":"int"}',
  '{"name":"a","type":"int","default":1}',
  '{ "name" : "b" , "type" : [ "null" , "long" ] , "default" : null }',
  '{"type":"string","name":"c","doc":"say \\"hi\\" \\u00e9 \\ud800 \\\\ /* no comment */ // nor this"}',
  '{"name":"d","type":"double","default":1e400}',
  '{"name":"e","type":"double","default":-0}',
  '{"name":"f","type":"long","default":9223372036854775807}',
  '{"name":"h0","type":"int","name":"h","default":1,"default":2}',
  '{"name":"i","type":"int","__proto__":{"x":1},"constructor":[1.0,{"2":0,"1":-0}]}',
  '{"name":"j","type":{"type":"bytes","logicalType":"decimal","precision":4,"scale":2.0}}',
  '{"name":"k","type":/* why */"int" // so\n}',
  '{"name":"l","type":{"type":"array","items":"int"},"default":[]}',
  '{"name":"m","type":{"type":"map","values":["null","int"]},"default":{"x":null}}',
  '{"name":"n","type":{"type":"enum","name":"E","symbols":["A","B"]}}',
  '{"name":"o","type":"E"}',
  '{"name":"o2","type":["null","E"],"default":null}',
  '{"name":"p","type":["null","N"],"default":null}',
  '{"name":"q","type":{"type":"record","name":"N","fields":[{"name":"a","type":"int"}]}}',
  '{"name":"q","type":{"type":"record","name":"N","fields":[{"name":"b","type":"int"}]}}',
  '{"name":"r","type":"N","default":{"a":1}}',
  '{"name":"r2","type":{"type":"map","values":"N"},"default":{}}',
  '{"name":"s","type":["null","R"]}',
  '{"name":"t","type":"float","default":"NaN","order":"ignore","aliases":["u","a"]}',
  '{"name":"x","type":"int","y":12345678901234567890123}',
  `{"name":"deep","type":"int","p":${'['.repeat(990)}${']'.repeat(990)}}`,
];
/** Fields that are refused, or a text that is no JSON. */
const badFields = [
  '{"name":"g","type":"int","default":2147483648}',
  '{"name":"u","type":"string","order":"upwards"}',
  '{"name":"v","type":["int","int"]}',
  '{"name":"1w","type":"int"}',
  '{"name":"z","type":"int"',
  '{"name":"é","type":"string"}',
  '"int"',
  '{}',
  `{"name":"deeper","type":"int","p":${'['.repeat(998)}${']'.repeat(998)}}`,
];
const inOrder = fc.subarray(goodFields, { maxLength: 9 });
const fields = fc.oneof(
  { weight: 6, arbitrary: inOrder },
  { weight: 3, arbitrary: fc.shuffledSubarray(goodFields, { maxLength: 7 }) },
  fc.array(fc.constantFrom(...goodFields, ...badFields), { maxLength: 4 }),
  fc.tuple(fc.constantFrom(...badFields), inOrder).map(([bad, good]) => [...good, bad]),
);
const usual = <Value>(value: Value, ...others: Value[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(value) }, fc.constantFrom(...others));
const space = usual('', ' ', '\n\t', '/* c */', '//\n', '\u00a0');
const before = usual(
  '"type":"record","name":"R",',
  '"type":"record","name":"R","doc":"\\n","aliases":["Q"],',
  '"type":"record","name":"R","namespace":"y",',
  '"type":"error","name":"x.R",',
  '"type":"record","name":"x.E","namespace":"y",',
  '"type":"record","name":"N",',
  '"type":"record","name":"R","extra":[{"name":"a","type":"int"},{"name":"o","type":"E"}],',
  '"type":"enum","name":"R","symbols":["A"],',
  '"type":"record","type":"record","fields":[{"name":"a","type":"int"}],"name":"R",',
);
const after = usual('', ',"extra":[{"name":"a","type":"int"}]', ',"fields":[]', ',"p":1');
const around = usual<[string, string]>(
  ['', ''],
  ['\ufeff', ''],
  ['[', ']'],
  ['["null",', ',"int"]'],
  ['', ' // end'],
);

/** Texts of records, right and wrong ones, in which the same fields come again and again. */
const versionText = fc
  .tuple(before, fields, space, after, around)
  .map(
    ([start, written, gap, end, [open, close]]) =>
      `${open}{${start}${gap}"fields":[${gap}${written.join(`${gap},${gap}`)}${gap}]${end}}${close}`,
  );

const holder = (record: string) =>
  `{"type":"record","name":"H","fields":[{"name":"r","type":${record}}]}`;
const oldRecord = '{"type":"record","name":"R","fields":[{"name":"a","type":"int","doc":"old"}]}';
const references = usual<NonNullable<ParseOptions['references']>>(
  [],
  [{ name: 'e', text: '{"type":"enum","name":"E","symbols":["A","B"]}' }],
  [{ name: 'n', text: '{"type":"record","name":"N","fields":[{"name":"a","type":"int"}]}' }],
  [{ name: 'r', text: oldRecord }],
  [{ name: 'holder', text: holder(oldRecord) }],
);
const validation = usual<'new' | 'stored'>('new', 'stored');
const oneField = fc
  .constantFrom(...goodFields.slice(0, 2))
  .map((field) => `{"type":"record","name":"R","fields":[${field}]}`);
const version = fc.tuple(
  fc.oneof({ weight: 8, arbitrary: versionText }, oneField, arbitraryAvro),
  references,
  validation,
);

/** What reading ends in; what is kept for the next version is no part of it. */
function outcome(text: string, options: ParseOptions) {
  try {
    const schema = parseAvro(text, options);
    const { written: _, ...read } = schema;
    return { schema, seen: read };
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    const { message, code, details, line, column } = error;
    return { schema: undefined, seen: { message, code, details, line, column } };
  }
}

describe('reading a version with the one before it at hand', () => {
  it('ends in what reading it alone ends in, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(version, { minLength: 2, maxLength: 5 }), (versions) => {
        let earlier: AvroSchema | null = null;
        for (const [text, references, validation] of versions) {
          const alone = outcome(text, { references, validation });
          const after = outcome(text, { references, validation, earlier });
          expect(after.seen).toEqual(alone.seen);
          if (after.schema === undefined || alone.schema === undefined) continue;
          expect(resolveSchema(after.schema)).toBe(resolveSchema(alone.schema));
          expect(normalized(after.schema)).toBe(normalized(alone.schema));
          if (earlier !== null)
            for (const level of ['FULL', 'BACKWARD'] as const)
              expect(
                checkCompatibility(after.schema, [{ version: 1, schema: earlier }], level),
              ).toEqual(checkCompatibility(alone.schema, [{ version: 1, schema: earlier }], level));
          earlier = after.schema;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('takes fields from the earlier version, where they moved too', () => {
    const text = (...names: string[]) =>
      `{"type":"record","name":"R","fields":[${names
        .map((name) => `{"name":"${name}","type":["null","int"]}`)
        .join(',')}]}`;
    // What comes for the first time is read once more: it is kept by its text alone.
    const before = parseAvro(text('a', 'b', 'c'), { earlier: null });
    const first = parseAvro(text('a', 'b', 'c'), { earlier: before });
    const next = parseAvro(text('a', 'new', 'c'), { earlier: first });
    const [a, , c] = fieldsOf(first);
    expect(fieldsOf(next)[0]).toBe(a);
    expect(fieldsOf(next)[2]).toBe(c);
    const moved = parseAvro(text('b', 'c'), { earlier: first });
    expect(fieldsOf(moved).map(({ name, position }) => [name, position])).toEqual([
      ['b', 0],
      ['c', 1],
    ]);
    expect(fieldsOf(first)[1]?.position).toBe(1);
  });

  it('takes nothing that was not checked as a new schema is', () => {
    const text = '{"type":"record","name":"R","fields":[{"name":"1","type":"int"}]}';
    const first = parseAvro(text, { validation: 'stored', earlier: null });
    const earlier = parseAvro(text, { validation: 'stored', earlier: first });
    expect(() => parseAvro(text, { earlier })).toThrow('Illegal initial character: 1');
    expect(parseAvro(text, { earlier, validation: 'stored' }).text).toBe(text);
  });

  it('keeps nothing for a next version unless it is asked to', () => {
    const text = '{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}';
    expect(parseAvro(text).written).toBeUndefined();
    expect(parseAvro(text, { earlier: null }).written).toHaveLength(1);
  });

  it('looks at no more than a few fields of the earlier version at each place', () => {
    const text = (suffix: string) =>
      `{"type":"record","name":"R","fields":[${Array.from(
        { length: 1500 },
        (_, index) => `{"name":"f${index}${suffix}","type":"int"}`,
      ).join(',')}]}`;
    const earlier = parseAvro(text('x'), { earlier: null });
    expect(parseAvro(text('y'), { earlier }).text).toBe(text('y'));
  });
});

function fieldsOf({ root }: AvroSchema) {
  if (root.type !== 'record') throw new Error('no record');
  return root.fields;
}

function normalized(schema: AvroSchema): string {
  try {
    return normalizeAvro(schema);
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    return error.message;
  }
}
