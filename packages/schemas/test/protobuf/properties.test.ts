import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProtobufSchema, ProtoFile } from '../../src/index.ts';
import { normalizeSchema, parseSchema, SchemaError, serializeProtobuf } from '../../src/index.ts';
import { printProtoFile } from '../../src/protobuf/printer/print-file.ts';
import { arbitraryFile } from './arbitrary-file.ts';

function parse(text: string): ProtobufSchema {
  const schema = parseSchema('PROTOBUF', text);
  if (schema.type !== 'PROTOBUF') throw new Error('no Protobuf');
  return schema;
}

const normalised = (file: ProtoFile): string => normalizeSchema(parse(printProtoFile(file)));

/** The same file with everything the other way round that has no meaning in its order. */
function reversed(file: ProtoFile): ProtoFile {
  const turn = <Part>(part: Part): Part => {
    if (Array.isArray(part)) return part.map(turn) as Part;
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([name, value]) => {
      const isFree = ['fields', 'options', 'constants', 'reserved', 'oneofs'].includes(name);
      const turned = turn(value);
      return [name, isFree && Array.isArray(turned) ? turned.toReversed() : turned];
    });
    return Object.fromEntries(entries) as Part;
  };
  const turned = turn(file);
  return { ...turned, imports: turned.imports.toReversed() };
}

describe('any Protobuf file', () => {
  it('is read from its text as it was', () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        expect(parse(printProtoFile(file)).file).toEqual(file);
      }),
    );
  });

  it('is printed as it was printed before', () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const text = printProtoFile(file);
        expect(parse(text).text).toBe(text);
      }),
    );
  });

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const text = normalised(file);
        expect(normalizeSchema(parse(text))).toBe(text);
      }),
    );
  });

  it('is normalised whatever the order of imports, options, fields, names and numbers', () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        expect(normalised(reversed(file))).toBe(normalised(file));
      }),
    );
  });

  it('comes back from its descriptor but for options that others define', () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const plain = parse(normalised(withoutOptions(file)));
        const back = parse(serializeProtobuf(plain));
        expect(normalizeSchema(back)).toBe(normalizeSchema(plain));
      }),
    );
  });

  it('is taken or refused with line and column after any edit', () => {
    const bit = fc.constantFrom(
      '{',
      '}',
      '[',
      '"',
      '/*',
      '//',
      ';',
      ' = ',
      'x',
      '\\',
      'message',
      '-',
    );
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.oneof(bit, fc.string({ maxLength: 3 })));
    fc.assert(
      fc.property(arbitraryFile, fc.array(edit, { minLength: 1, maxLength: 3 }), (file, edits) => {
        let text = printProtoFile(file);
        for (const [at, cut, insert] of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + insert + text.slice(place + cut);
        }
        const found = attempt(text);
        if (found !== undefined) {
          expect(found).toMatchObject({ code: 'invalid_schema', line: expect.any(Number) });
          expect(found.column).toBeGreaterThan(0);
        }
      }),
    );
  });
});

function attempt(text: string): SchemaError | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
}

function withoutOptions(file: ProtoFile): ProtoFile {
  return JSON.parse(JSON.stringify(file), (name, value) => (name === 'options' ? [] : value));
}
