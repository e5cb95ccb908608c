// How fast JSON Schemas and Protobuf schemas are read and compared, with every reason, beside Avro as the yardstick and beside
// JSON.parse, ajv and protobufjs, which read the same texts; and how the cost grows with the size of a schema.
// Run it with `pnpm exec tsx --conditions=@srkit/source bench/json-protobuf.ts [ROUNDS]`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildLibraries, growth, measure, perSecond } from './measure-in-turn.ts';

type SchemaType = 'AVRO' | 'JSON' | 'PROTOBUF';

interface Evolution {
  type: SchemaType;
  old: string;
  next: string;
}

/** A kind of schema that can be as large as one likes; every tenth part of the old one differs. */
interface Shape {
  title: string;
  type: SchemaType;
  text(size: number, old: boolean): string;
  /** Where comparing is no linear problem, as each part of one schema may fit any of the other. */
  sizes?: readonly number[];
}

interface Protobufjs {
  parse(text: string, options: { keepCase: boolean }): unknown;
}

interface Ajv {
  compile(schema: object): unknown;
}

const root = join(import.meta.dirname, '..');
const data = join(root, '../shared/data');
const rounds = Math.max(5, Number(process.argv[2]) || 15);
const linearSizes: readonly number[] = [1000, 3000, 10_000];
/** How often everything is taken in a round: one taking is over before the code is compiled. */
const repetitions = 5;
/** What the exponents may be at most: memory and its collection put a linear function at up to 1.4, a quadratic one is at 2. */
const greatestExponent = 1.5;
const types = ['AVRO', 'JSON', 'PROTOBUF'] as const;

const { checkCompatibility, isSchemaError, parseSchema } = await buildLibraries<
  typeof import('../packages/schemas/src/index.ts')
>({ schemas: join(root, 'packages/schemas/src/index.ts') });
const require = createRequire(join(root, 'packages/schemas/package.json'));
const protobufjs: Protobufjs = require('protobufjs');

/** What reads the same texts and knows nothing of registries. */
const baselines: Record<SchemaType, { name: string; parse(text: string): unknown }> = {
  AVRO: { name: 'JSON.parse', parse: JSON.parse },
  JSON: { name: 'JSON.parse', parse: JSON.parse },
  PROTOBUF: {
    name: 'protobufjs',
    parse: (text) => protobufjs.parse(text, { keepCase: true }),
  },
};

const shapes: Shape[] = [
  { title: 'Avro fields', type: 'AVRO', text: avroFields },
  { title: 'JSON properties', type: 'JSON', text: jsonProperties },
  { title: 'JSON definitions', type: 'JSON', text: jsonDefinitions },
  { title: 'JSON branches', type: 'JSON', text: jsonBranches, sizes: [30, 100, 300] },
  { title: 'Protobuf fields', type: 'PROTOBUF', text: protobufFields },
  { title: 'Protobuf messages', type: 'PROTOBUF', text: protobufMessages },
  { title: 'Protobuf constants', type: 'PROTOBUF', text: protobufConstants },
];

function list<Part>(size: number, part: (index: number) => Part): Part[] {
  return Array.from({ length: size }, (_, index) => part(index));
}

function avroFields(size: number, old: boolean): string {
  const fields = list(size, (index) => ({
    name: `field_${index}`,
    type: index % 10 === 1 && old ? 'string' : 'long',
  }));
  return JSON.stringify({ type: 'record', name: 'Wide', namespace: 'com.example', fields });
}

function jsonProperties(size: number, old: boolean): string {
  const properties = list(size, (index) => [
    `property_${index}`,
    { type: index % 10 === 1 && old ? 'string' : 'integer' },
  ]);
  return JSON.stringify({ type: 'object', properties: Object.fromEntries(properties) });
}

function jsonDefinitions(size: number, old: boolean): string {
  const definitions = list(size, (index) => [
    `d${index}`,
    {
      type: 'object',
      properties: { value: { type: index % 10 === 1 && old ? 'string' : 'integer' } },
    },
  ]);
  const properties = list(size, (index) => [`p${index}`, { $ref: `#/definitions/d${index}` }]);
  return JSON.stringify({
    type: 'object',
    definitions: Object.fromEntries(definitions),
    properties: Object.fromEntries(properties),
  });
}

function jsonBranches(size: number, old: boolean): string {
  const oneOf = list(old ? size - 1 : size, (index) => ({
    type: 'object',
    properties: { kind: { const: `kind_${index}` } },
    required: ['kind'],
  }));
  return JSON.stringify({ oneOf });
}

function protobufFields(size: number, old: boolean): string {
  const fields = list(
    size,
    (index) => `  ${index % 10 === 1 && old ? 'string' : 'int64'} field_${index} = ${index + 1};`,
  );
  return `syntax = "proto3";\n\nmessage Wide {\n${fields.join('\n')}\n}\n`;
}

function protobufMessages(size: number, old: boolean): string {
  const messages = list(
    size,
    (index) => `message M${index} {
  ${index % 10 === 1 && old ? 'string' : 'int64'} value = 1;
  M${(index + 1) % size} next = 2;
  oneof choice {
    bytes left = 3;
    M${(index * 7) % size} right = 4;
  }
}`,
  );
  return `syntax = "proto3";\npackage example;\n\n${messages.join('\n')}\n`;
}

function protobufConstants(size: number, old: boolean): string {
  const constants = list(
    size,
    (index) => `  ${index % 10 === 1 && old ? 'OLD' : 'CONSTANT'}_${index} = ${index};`,
  );
  return `syntax = "proto3";\n\nenum Many {\n${constants.join('\n')}\n}\n`;
}

function readRows<Row>(path: string): Row[] {
  const lines = readFileSync(join(data, path), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Row => JSON.parse(line));
}

/** Real schemas that stand alone, or generated ones where the shared data is missing. */
function textsOf(type: SchemaType): string[] {
  if (!existsSync(data)) {
    return shapes
      .filter((shape) => shape.type === type)
      .flatMap(({ text }) => [3, 10, 30].map((size) => text(size, false)));
  }
  return readRows<{ status: number; stored: string; references?: object[] }>(
    `recorded/texts-${type.toLowerCase()}.jsonl`,
  )
    .filter(({ status, references = [] }) => status === 200 && references.length === 0)
    .map(({ stored }) => stored);
}

function evolutionsOf(type: SchemaType): Evolution[] {
  if (!existsSync(data)) {
    return shapes
      .filter((shape) => shape.type === type)
      .flatMap(({ text }) =>
        [3, 10, 30].map((size) => ({ type, old: text(size, true), next: text(size, false) })),
      );
  }
  return readRows<{ old: string; new: string }>(`recorded/evolutions-${type.toLowerCase()}.jsonl`)
    .map((row) => ({ type, old: row.old, next: row.new }))
    .filter(({ old, next }) => isTaken(() => read(type, old) && read(type, next)));
}

function read(type: SchemaType, text: string) {
  return parseSchema(type, text, { validation: 'stored' });
}

function check({ type, old, next }: Evolution): boolean {
  const previous = [{ version: 1, schema: read(type, old) }];
  return checkCompatibility(read(type, next), previous, 'BACKWARD').compatible;
}

function isTaken(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** What else a machine does can only slow it down. */
function fastest(times: readonly number[]): number {
  return Math.min(...times);
}

function takeEach<Part>(parts: readonly Part[], work: (part: Part) => unknown): () => void {
  return () => {
    for (let count = 0; count < repetitions; count += 1) for (const part of parts) work(part);
  };
}

function measureReading(): void {
  const texts = new Map(types.map((type) => [type, textsOf(type)]));
  const works: Record<string, () => void> = {};
  for (const [type, all] of texts) {
    works[type] = takeEach(all, (text) => read(type, text));
    works[`${type} new`] = takeEach(all, (text) => parseSchema(type, text));
    works[`${type} baseline`] = takeEach(all, baselines[type].parse);
  }
  const times = measure(works, rounds, fastest);
  for (const [type, all] of texts) {
    const [ours = Number.NaN, checked = Number.NaN, theirs = Number.NaN] = [
      times.get(type),
      times.get(`${type} new`),
      times.get(`${type} baseline`),
    ];
    const length = Math.round(all.reduce((sum, text) => sum + text.length, 0) / all.length);
    console.log(`\n${type}: ${all.length} schemas of ${length} characters`);
    console.log(`  ${perSecond(all.length * repetitions, ours)} read a second`);
    console.log(`  ${perSecond(all.length * repetitions, checked)} read and checked as new ones`);
    console.log(
      `  ${perSecond(all.length * repetitions, theirs)} by ${baselines[type].name}: ${(ours / theirs).toFixed(1)} times its time`,
    );
  }
  measureAjv(texts.get('JSON') ?? []);
}

/** What ajv makes of the schemas that it can compile, if it is there. */
function measureAjv(texts: readonly string[]): void {
  const make = ajvFactory();
  if (make === undefined) {
    console.log('  ajv is not installed');
    return;
  }
  const taken = texts.filter((text) => isTaken(() => make().compile(JSON.parse(text))));
  const times = measure(
    {
      ajv: () => {
        for (const text of taken) make().compile(JSON.parse(text));
      },
      srkit: () => {
        for (const text of taken) parseSchema('JSON', text);
      },
    },
    5,
    fastest,
  );
  const [theirs = Number.NaN, ours = Number.NaN] = [times.get('ajv'), times.get('srkit')];
  console.log(`\nJSON: the ${taken.length} schemas that ajv compiles`);
  console.log(`  ${perSecond(taken.length, ours)} read and checked a second`);
  console.log(
    `  ${perSecond(taken.length, theirs)} compiled by ajv: ${(theirs / ours).toFixed(1)} times our time`,
  );
}

function ajvFactory(): (() => Ajv) | undefined {
  try {
    const { Ajv: Compiler } = require('ajv');
    const options = { strict: false, validateFormats: false, logger: false, addUsedSchema: false };
    return () => new Compiler(options);
  } catch {
    return undefined;
  }
}

function measureComparing(): void {
  const evolutions = new Map(types.map((type) => [type, evolutionsOf(type)]));
  const works: Record<string, () => void> = {};
  for (const [type, all] of evolutions) {
    const taken = all.filter((evolution) => isTaken(() => check(evolution)));
    if (taken.length < all.length) console.log(`\n${type}: ${all.length - taken.length} refused`);
    evolutions.set(type, taken);
    const pairs = taken.map(({ old, next }) => ({
      previous: [{ version: 1, schema: read(type, old) }],
      next: read(type, next),
    }));
    works[type] = takeEach(taken, check);
    works[`${type} read`] = takeEach(pairs, ({ previous, next }) =>
      checkCompatibility(next, previous, 'BACKWARD'),
    );
  }
  const times = measure(works, rounds, fastest);
  const yardstick = (times.get('AVRO') ?? Number.NaN) / (evolutions.get('AVRO')?.length ?? 0);
  for (const [type, all] of evolutions) {
    const [whole = Number.NaN, alone = Number.NaN] = [times.get(type), times.get(`${type} read`)];
    console.log(`\n${type}: ${all.length} evolutions, with all reasons`);
    console.log(
      `  ${perSecond(all.length * repetitions, whole)} read and compared a second, ${(whole / all.length / yardstick).toFixed(1)} times Avro's time`,
    );
    console.log(`  ${perSecond(all.length * repetitions, alone)} compared that are read already`);
  }
}

/** @returns whether nothing grows faster than it may */
function measureGrowth(): boolean {
  console.log(`\nGrowth of the time with the size; exponents at most ${greatestExponent}`);
  return shapes.map(measureShape).every(Boolean);
}

function measureShape({ title, type, text, sizes = linearSizes }: Shape): boolean {
  const works: Record<string, () => void> = {};
  for (const size of sizes) {
    const [next, old] = [text(size, false), text(size, true)];
    works[`read ${size}`] = () => read(type, next);
    works[`check ${size}`] = () => check({ type, old, next });
  }
  try {
    const times = measure(works, rounds, fastest);
    const exponents = ['read', 'check'].map((what) => {
      const points = sizes.map((size) => [size, times.get(`${what} ${size}`) ?? 0] as const);
      const { whole } = growth(points);
      const each = points.map(([size, time]) => `${size}: ${time.toFixed(1)} ms`.padStart(18));
      console.log(`  ${title}, ${what}`.padEnd(28), ...each, `  exponent ${whole.toFixed(2)}`);
      return whole;
    });
    return sizes !== linearSizes || Math.max(...exponents) <= greatestExponent;
  } catch (error) {
    if (!isSchemaError(error, 'too_large')) throw error;
    console.log(`  ${title}: refused, ${error.details}`);
    return sizes !== linearSizes;
  }
}

console.log(`The fastest of ${rounds} rounds, taken in turn`);
if (!existsSync(data)) console.log('Generated schemas, as ../shared/data is not there');
measureReading();
measureComparing();
if (!measureGrowth()) {
  console.error('\nToo slow: see the exponents above.');
  process.exitCode = 1;
}
