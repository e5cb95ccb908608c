import avro from 'avsc';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkReaderWriter, isSchemaError, parseAvro } from '../../src/index.ts';
import { decodeValue, encodeValue, exampleValue } from '../../src/values/index.ts';
import { needsSharedData, sharedRows } from '../recorded/shared-data.ts';
import { arbitraryMessageSchema } from './arbitrary-message-schema.ts';

// Names at which avsc fails: it looks them up in plain objects.
const schemas = arbitraryMessageSchema.map((text) =>
  text.replaceAll('__proto__', 'proto').replaceAll('constructor', 'builder'),
);

function avscType(text: string): avro.Type | undefined {
  try {
    return avro.Type.forSchema(JSON.parse(text), { wrapUnions: true });
  } catch {
    return undefined;
  }
}

/** Whether avsc can read with one schema what the other wrote, or undefined where it cannot tell. */
function avscVerdict(reader: string, writer: string): boolean | undefined {
  const [readerType, writerType] = [avscType(reader), avscType(writer)];
  if (readerType === undefined || writerType === undefined) return undefined;
  try {
    // Java compares names without their namespace, unless an alias is what fits.
    const options = { ignoreNamespaces: true };
    readerType.createResolver(writerType, options);
    return true;
  } catch {
    return false;
  }
}

function ourVerdict(reader: string, writer: string): boolean {
  const [a, b] = [reader, writer].map((text) => parseAvro(text, { validation: 'stored' }).root);
  return a !== undefined && b !== undefined && checkReaderWriter(a, b).length === 0;
}

it.for([
  ['avro-compat/reader-writer-pairs.jsonl', 590],
  ['recorded/evolutions-avro.jsonl', 117],
] as const)('avsc agrees on every pair of %s that it reads', ([file, count], context) => {
  needsSharedData(context);
  const verdicts = sharedRows<Record<string, unknown>>(file).flatMap((row) => {
    const [reader, writer] =
      'old' in row ? [row['new'], row['old']] : [row['reader'], row['writer']];
    const texts = [reader, writer].map((text) =>
      typeof text === 'string' && 'old' in row ? text : JSON.stringify(text),
    );
    const [a = '', b = ''] = texts;
    const theirs = avscVerdict(a, b);
    return theirs === undefined ? [] : [{ a, b, theirs, ours: ourVerdict(a, b) }];
  });
  expect(verdicts).toHaveLength(count);
  expect(verdicts.filter(({ ours, theirs }) => ours !== theirs)).toEqual([]);
});

it('avsc agrees on pairs that were made up', () => {
  fc.assert(
    fc.property(schemas, schemas, fc.boolean(), (reader, other, changed) => {
      const writer = changed ? reader.replace('"type":"long"', '"type":"int"') : other;
      const theirs = avscVerdict(reader, writer);
      if (theirs !== undefined) expect(ourVerdict(reader, writer)).toBe(theirs);
    }),
    { numRuns: 1000 },
  );
});

it('differs from avsc where an alias without a namespace meets a writer in another one', () => {
  const reader = '{"type":"record","name":"a.New","aliases":["Old"],"fields":[]}';
  const writer = '{"type":"record","name":"b.Old","fields":[]}';
  expect([ourVerdict(reader, writer), avscVerdict(reader, writer)]).toEqual([false, true]);
});

it('avsc reads the same value from the bytes of a message', () => {
  fc.assert(
    fc.property(schemas, fc.integer(), (text, seed) => {
      const type = avscType(text);
      fc.pre(type !== undefined && !text.includes('nanos'));
      const schema = parseAvro(text);
      let example: unknown;
      try {
        example = exampleValue(schema, { seed, encoding: 'avro-json' });
      } catch (error) {
        if (isSchemaError(error, 'invalid_schema')) return;
        throw error;
      }
      const bytes = Buffer.from(encodeValue(schema, example, { encoding: 'avro-json' }));
      expect(JSON.parse(type.toString(type.fromBuffer(bytes)))).toEqual(example);
      const options = { encoding: 'avro-json', wirePrefix: 'none', readerSchema: schema } as const;
      expect(decodeValue(schema, bytes, options)).toEqual(example);
    }),
    { numRuns: 1000 },
  );
});
