// How fast Avro schemas are compared, with every reason, against avsc's own parse and createResolver, which only knows yes
// or no; how fast they are printed and identified; and how the cost grows with the size of a schema.
// Run it with `pnpm exec tsx --conditions=@srkit/source bench/avro.ts [ROUNDS]`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildLibraries, growth, measure, perSecond } from './measure-in-turn.ts';

interface AvscType {
  createResolver(writer: AvscType, options: { ignoreNamespaces: boolean }): unknown;
}

interface Avsc {
  Type: { forSchema(schema: unknown): AvscType };
}

interface Pair {
  reader: string;
  writer: string;
}

const root = join(import.meta.dirname, '..');
const data = join(root, '../shared/data');
const rounds = Math.max(5, Number(process.argv[2]) || 15);
/** How often the pairs are taken in a round: one taking is over before the code is compiled. */
const repetitions = 5;
/** What the ratio to avsc has to be at least, and the exponent at most. */
const leastRatio = 4;
const greatestExponent = 1.1;

type Libraries = typeof import('../packages/schemas/src/index.ts') &
  typeof import('../packages/registry-protocol/src/index.ts');

const {
  checkCompatibility,
  fingerprint64,
  normalizeAvro,
  parseAvro,
  parsingCanonicalForm,
  schemaGuid,
} = await buildLibraries<Libraries>({
  schemas: join(root, 'packages/schemas/src/index.ts'),
  protocol: join(root, 'packages/registry-protocol/src/index.ts'),
});
const avsc: Avsc = createRequire(join(root, 'packages/schemas/package.json'))('avsc');

function readRows<Row>(path: string): Row[] {
  const lines = readFileSync(join(data, path), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Row => JSON.parse(line));
}

function checkWithReasons({ reader, writer }: Pair): boolean {
  const next = parseAvro(reader, { validation: 'stored' });
  const schema = parseAvro(writer, { validation: 'stored' });
  return checkCompatibility(next, [{ version: 1, schema }], 'BACKWARD').compatible;
}

function resolveWithAvsc({ reader, writer }: Pair): boolean {
  const next = avsc.Type.forSchema(JSON.parse(reader));
  const old = avsc.Type.forSchema(JSON.parse(writer));
  try {
    next.createResolver(old, { ignoreNamespaces: true });
    return true;
  } catch {
    return false;
  }
}

/** Whether avsc reads both schemas; what it refuses is measured for neither. */
function isReadable({ reader, writer }: Pair): boolean {
  try {
    for (const text of [reader, writer]) avsc.Type.forSchema(JSON.parse(text));
    return true;
  } catch {
    return false;
  }
}

function repeat(work: () => void): void {
  for (let count = 0; count < repetitions; count += 1) work();
}

function compareWithAvsc(title: string, pairs: readonly Pair[]): boolean {
  const readable = pairs.filter(isReadable);
  const verdicts = readable.filter((pair) => checkWithReasons(pair) !== resolveWithAvsc(pair));
  const times = measure(
    {
      srkit: () => repeat(() => readable.forEach(checkWithReasons)),
      avsc: () => repeat(() => readable.forEach(resolveWithAvsc)),
    },
    rounds,
  );
  const [ours = Number.NaN, theirs = Number.NaN] = [times.get('srkit'), times.get('avsc')];
  const ratio = theirs / ours;
  console.log(`${title}: ${readable.length} of ${pairs.length} pairs that avsc reads`);
  console.log(
    `  srkit  ${perSecond(readable.length * repetitions, ours)} checks a second, with all reasons`,
  );
  console.log(`  avsc   ${perSecond(readable.length * repetitions, theirs)} resolvers a second`);
  console.log(`  ratio  ${ratio.toFixed(1)} (at least ${leastRatio})`);
  console.log(`  verdicts that differ: ${verdicts.length}`);
  return ratio >= leastRatio;
}

function measureTexts(texts: readonly string[]): void {
  const parsed = texts.map((text) => parseAvro(text, { validation: 'stored' }));
  const works = {
    'parse and stored form': () => {
      for (const text of texts) parseAvro(text, { validation: 'stored' });
    },
    'parse and canonical form': () => {
      for (const text of texts)
        parsingCanonicalForm(parseAvro(text, { validation: 'stored' }).root);
    },
    'parse and guid': () => {
      for (const text of texts) {
        schemaGuid({ schema: parseAvro(text, { validation: 'stored' }).text });
      }
    },
    'canonical form': () => {
      for (const { root } of parsed) parsingCanonicalForm(root);
    },
    'canonical form and CRC-64-AVRO': () => {
      for (const { root } of parsed) fingerprint64(root);
    },
    'normalised form': () => {
      for (const schema of parsed) normalizeAvro(schema);
    },
    guid: () => {
      for (const { text } of parsed) schemaGuid({ schema: text });
    },
  };
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(`\n${texts.length} real schemas of ${Math.round(bytes / texts.length)} characters`);
  for (const [name, time] of measure(works, rounds)) {
    console.log(`  ${perSecond(texts.length, time)} a second: ${name}`);
  }
}

/** A pair of records of so many fields, of which every tenth differs. */
function recordsOf(fields: number): Pair {
  const record = (old: boolean) =>
    JSON.stringify({
      type: 'record',
      name: 'Wide',
      namespace: 'com.example',
      fields: Array.from({ length: fields }, (_, index) => ({
        name: `field_${index}`,
        type: index % 3 === 0 ? ['null', 'string'] : index % 10 === 1 && old ? 'string' : 'long',
        doc: 'What this field holds.',
        ...(index % 3 === 0 ? { default: null } : {}),
      })),
    });
  return { reader: record(false), writer: record(true) };
}

function measureGrowth(): boolean {
  const sizes = [1, 10, 100, 1000];
  const works: Record<string, () => void> = {};
  for (const size of sizes) {
    const pair = recordsOf(size);
    // Small ones are repeated, or the clock would be what is measured.
    works[size] = () => {
      for (let count = 0; count < 2000 / size; count += 1) checkWithReasons(pair);
    };
  }
  const times = [...measure(works, rounds)].map(([name, time]): [number, number] => [
    Number(name),
    time / Math.ceil(2000 / Number(name)),
  ]);
  console.log('\nCheck of a record with so many fields, parse and reasons included');
  for (const [size, time] of times) {
    console.log(`  ${String(size).padStart(5)} fields ${(time * 1000).toFixed(1).padStart(9)} µs`);
  }
  const { whole, steps } = growth(times);
  const each = steps.map((exponent) => exponent.toFixed(2)).join(', ');
  console.log(`  exponent ${whole.toFixed(2)} (at most ${greatestExponent}); step by step ${each}`);
  return whole <= greatestExponent;
}

if (existsSync(data)) {
  const generated = readRows<{ reader: unknown; writer: unknown }>(
    'avro-compat/reader-writer-pairs.jsonl',
  ).map(({ reader, writer }) => ({
    reader: JSON.stringify(reader),
    writer: JSON.stringify(writer),
  }));
  const evolutions = readRows<{ old: string; new: string }>('recorded/evolutions-avro.jsonl').map(
    (row) => ({ reader: row.new, writer: row.old }),
  );
  console.log(`Medians of ${rounds} rounds, taken in turn\n`);
  const passed = [
    compareWithAvsc('Generated pairs', generated),
    compareWithAvsc('Real evolutions', evolutions),
  ];
  measureTexts(evolutions.flatMap(({ reader, writer }) => [reader, writer]));
  passed.push(measureGrowth());
  if (passed.includes(false)) {
    console.error('\nToo slow: see the limits above.');
    process.exitCode = 1;
  }
} else console.log('needs ../shared/data, which is not there');
