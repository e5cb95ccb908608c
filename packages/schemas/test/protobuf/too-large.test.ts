import { describe, expect, it } from 'vitest';
import { normalizeSchema, parseSchema, serializeProtobuf } from '../../src/index.ts';
import { refusal } from '../avro/refusal.ts';
import { cpuTime } from '../cpu-time.ts';

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const nested = (levels: number, name: string): string =>
  `${times(levels, (index) => `message ${name}${index} {`)}${'}'.repeat(levels)}`;

// Far more than a second on a machine of any age means that the time grows with the square of the text.
const A_LOT = 10_000;

describe('Protobuf made to be too much', () => {
  it.for([
    ['fields', `message M { ${times(5000, (i) => `optional M f${i} = ${i + 1}; `)} }`],
    [
      'fields with options',
      `message M { ${times(5000, (i) => `optional M f${i} = ${i} [(x).a = 1, (x).b = 2];`)} }`,
    ],
    [
      'messages of one name in messages',
      times(5000, (i) => `message M${i} { message A {} optional A a = 1; }`),
    ],
    ['messages in messages', nested(500, 'M')],
    [
      'extends of one message',
      `message M {} ${times(20_000, () => 'extend M { optional int32 x = 1; }')}`,
    ],
    ['parts of one option', times(20_000, (i) => `option (a).b${i} = 1;`)],
    ['values of one key', `option (a) = { ${'k: 1 '.repeat(50_000)} };`],
    ['parts of one key', `option (a) = { ${times(20_000, (i) => `[a].b${i}: 1 `)} };`],
    ['reserved numbers', `message M { reserved ${times(50_000, (i) => `${i}, `)} 1; \n}`],
    ['names in one package', `package ${'a.'.repeat(4000)}a; message M { optional M m = 1; }`],
    ['a text of a megabyte', `option a = "${'x'.repeat(1_000_000)}";`],
    ['escapes', `option a = "${'\\n'.repeat(300_000)}";`],
    ['blanks in a comment', `message M { optional int32 a = 1; //${' '.repeat(1_000_000)}x\n}`],
    ['stars in a comment', `/*${' *'.repeat(500_000)}*/`],
    ['empty statements', ';'.repeat(500_000)],
  ] as const)('%s are read, normalised and described', ([, text]) => {
    const time = cpuTime(() => {
      const schema = parseSchema('PROTOBUF', text);
      normalizeSchema(schema);
      if (schema.type === 'PROTOBUF') serializeProtobuf(schema);
    });
    expect(time).toBeLessThan(A_LOT);
  });

  it('a thousand imports are followed', () => {
    const references = Array.from({ length: 1000 }, (_, index) => ({
      name: `f${index}.proto`,
      text: `import "f${index + 1}.proto"; message M${index} {}`,
    }));
    const text = times(1000, (index) => `import "f${index}.proto";`);
    const schema = parseSchema('PROTOBUF', text, { references });
    expect(schema.type === 'PROTOBUF' && schema.imported.size).toBe(1000);
  });

  it.for([
    ['messages', nested(501, 'M'), 'The messages nest deeper than 500 levels'],
    ['many messages', nested(100_000, 'M'), 'The messages nest deeper than 500 levels'],
    [
      'names',
      nested(100, 'M'.repeat(200)),
      'The full name of a message is longer than 10000 characters',
    ],
    [
      'maps in options',
      `option a = ${'{ a: '.repeat(100_000)}1`,
      'The options nest deeper than 500 levels',
    ],
    [
      'maps without colons',
      `option a = ${'{ a '.repeat(100_000)}1`,
      'The options nest deeper than 500 levels',
    ],
    [
      'lists in options',
      `option a = ${'['.repeat(100_000)}1`,
      'The options nest deeper than 500 levels',
    ],
    [
      'parts of options',
      `option (a).${'b.'.repeat(100_000)}b = 1;`,
      'The options nest deeper than 500 levels',
    ],
    [
      'parts in brackets',
      `option (a)${'.(b)'.repeat(100_000)} = 1;`,
      'The options nest deeper than 500 levels',
    ],
    [
      'types',
      `message M { map<int32, ${'map<int32, '.repeat(100_000)}`,
      'The types nest deeper than 500 levels',
    ],
    ['the text', ' '.repeat(5_000_001), 'The text is longer than 5000000 characters'],
    [
      'the text with its indentation',
      `${times(490, (i) => `message M${i} {`)}${'optional int32 a = 1;'.repeat(100_000)}${'}'.repeat(490)}`,
      'The text would be longer than 50000000 characters',
    ],
    [
      'all names together',
      `${times(400, (i) => `message ${'N'.repeat(20)}${i} {`)}${'message Q {}'.repeat(20_000)}${'}'.repeat(400)}`,
      'The full names of messages are longer than 50000000 characters',
    ],
  ] as const)('%s are refused in words', ([, text, details]) => {
    expect(refusal(text, {}, 'PROTOBUF')).toMatchObject({ code: 'too_large', details });
  });

  it('a descriptor is refused as its text would be', () => {
    let message = '\u000a\u0001M';
    for (let level = 0; level < 501; level += 1) message = `\u000a\u0001M\u001a${sized(message)}`;
    const base64 = btoa(`\u0022${sized(message)}`);
    expect(refusal(base64, {}, 'PROTOBUF').code).toBe('too_large');
  });
});

/** Bytes with their length before them. */
function sized(bytes: string): string {
  let length = '';
  let left = bytes.length;
  for (; left >= 0x80; left = left >> 7) length += String.fromCharCode((left & 0x7f) | 0x80);
  return length + String.fromCharCode(left) + bytes;
}
