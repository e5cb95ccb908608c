import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  isSnapshotError,
  readSnapshot,
  type Snapshot,
  takeSnapshot,
  writeSnapshot,
} from '../../src/index.ts';
import { aRegistry, snapshotOf } from '../a-snapshot.ts';
import { contentsOfSnapshot } from '../plain-contents.ts';
import { apply, write } from '../random-registry.ts';

vi.setConfig({ testTimeout: 60_000 });

async function writtenOf(snapshot: Snapshot): Promise<string> {
  let written = '';
  for await (const piece of writeSnapshot(snapshot)) written += piece;
  return written;
}

function* cut(text: string, length: number): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test('what is written is read again as it was, however it is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { maxLength: 30, size: 'max' }),
      fc.integer({ min: 1, max: 200 }),
      async (writes, length) => {
        const { client } = aRegistry();
        await apply(client, writes);
        const options = { includeDeleted: true, includeConfigs: true };
        const snapshot = await takeSnapshot(client, {}, options);
        const again = await readSnapshot(cut(await writtenOf(snapshot), length));
        expect({ ...again, texts: 0, close: 0 }).toEqual({ ...snapshot, texts: 0, close: 0 });
        expect(await contentsOfSnapshot(again)).toEqual(await contentsOfSnapshot(snapshot));
      },
    ),
    { numRuns: 30 },
  );
});

const snapshot = await snapshotOf(
  { orders: ['"string"', '"int"'], 'ö\u{1f600}': ['"long"'], ':.x:a': ['"string"'] },
  { includeConfigs: true },
);
const whole = await writtenOf(snapshot);
const lines = whole.trimEnd().split('\n');

test('a text with half a surrogate pair is kept as it is', async () => {
  const text = 'half \ud83d of a pair';
  const texts = new Map([['g', text]]);
  const own: Snapshot = {
    ...snapshot,
    subjects: snapshot.subjects.slice(0, 1).map((subject) => ({
      ...subject,
      versions: subject.versions.slice(0, 1).map((version) => ({
        ...version,
        guid: 'g',
        bytes: Buffer.byteLength(text),
      })),
    })),
    texts: { read: async (guid) => texts.get(guid) ?? '' },
  };
  const again = await readSnapshot(cut(await writtenOf(own), 7));
  expect(await again.texts.read('g')).toBe(text);
});

test('a file with other ends of lines is read', async () => {
  const again = await readSnapshot([whole.replaceAll('\n', '\r\n')]);
  expect(again.subjects).toEqual(snapshot.subjects);
});

const notASnapshot: Record<string, { pieces: Iterable<string | Uint8Array>; says: RegExp }> = {
  'nothing at all': { pieces: [], says: /line 1 is wrong, the file ends before it/ },
  'a picture': { pieces: [new Uint8Array([137, 80, 78, 71])], says: /line 1 .* no UTF-8/ },
  'another JSON': { pieces: ['{"a":1}'], says: /line 1 .* not the first of a snapshot/ },
  'a list': { pieces: ['[]'], says: /line 1 is wrong, the line is no object/ },
  'a text': { pieces: ['hello'], says: /line 1 is wrong, it is no JSON/ },
  'deep nesting': { pieces: ['['.repeat(100_000)], says: /line 1 is wrong/ },
  'a prototype': { pieces: ['{"__proto__":{"format":"srkit-snapshot"}}'], says: /line 1 / },
  'a file that was cut off between lines': {
    pieces: [lines.slice(0, 5).join('\n')],
    says: /line 6 is wrong, the file ends before it/,
  },
  'a line that was taken out': {
    pieces: [lines.toSpliced(-2, 1).join('\n')],
    says: new RegExp(`line ${lines.length - 1} is wrong, there are`),
  },
  'a line that comes twice': {
    pieces: [lines.toSpliced(-1, 0, lines.at(-2) ?? '').join('\n')],
    says: new RegExp(`line ${lines.length + 1} is wrong, there are`),
  },
  'a number that was changed': {
    pieces: [whole.replace('"id":1', '"id":7')],
    says: /something before it was changed/,
  },
  'a text that is shorter': {
    pieces: [whole.replace('\\"string\\"', '\\"strin\\"')],
    says: /line \d+ is wrong, its text has another length/,
  },
  'a version of no subject': {
    pieces: [lines.filter((line) => !line.startsWith('{"subject"')).join('\n')],
    says: /it is a version of no subject/,
  },
  'a field that is something else': {
    pieces: [whole.replace('"deleted":false', '"deleted":"no"')],
    says: /line \d+ is wrong, deleted is neither true nor false/,
  },
  'something after the end': { pieces: [`${whole}{}`], says: /it comes after the end/ },
};

test.each(Object.entries(notASnapshot))(
  '%s is refused with the place',
  async (_, { pieces, says }) => {
    const failure = await readSnapshot(pieces).catch((error: unknown) => error);
    expect(isSnapshotError(failure, 'invalid_file')).toBe(true);
    expect(String(failure)).toMatch(says);
  },
);

test('every file that was cut off anywhere is refused', async () => {
  for (let length = 0; length < whole.length - 1; length += 13) {
    const failure = await readSnapshot([whole.slice(0, length)]).catch((error: unknown) => error);
    expect(isSnapshotError(failure, 'invalid_file')).toBe(true);
  }
});

test('every character that is changed is noticed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 2),
      fc.constantFrom('x', '0', '"', ' '),
      async (at, by) => {
        fc.pre(whole[at] !== by);
        const changed = whole.slice(0, at) + by + whole.slice(at + 1);
        const failure = await readSnapshot([changed]).catch((error: unknown) => error);
        expect(isSnapshotError(failure)).toBe(true);
      },
    ),
  );
});

test('a file of a later release is refused with what to do', async () => {
  const later = whole.replace('"version":1', '"version":2');
  const reading = readSnapshot([later]);
  await expect(reading).rejects.toMatchObject({
    code: 'newer_file',
    message: expect.stringContaining('Update @srkit/snapshot'),
  });
});

test('reading ends when its caller wants it', async () => {
  const controller = new AbortController();
  const pieces = async function* () {
    yield lines.slice(0, 2).join('\n');
    controller.abort();
    yield `\n${lines.slice(2).join('\n')}`;
  };
  await expect(readSnapshot(pieces(), { signal: controller.signal })).rejects.toMatchObject({
    code: 'aborted',
  });
});
