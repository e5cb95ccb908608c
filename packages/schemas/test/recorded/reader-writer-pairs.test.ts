import { expect, it } from 'vitest';
import type { Incompatibility } from '../../src/index.ts';
import {
  checkReaderWriter,
  fingerprint64,
  parseAvro,
  parsingCanonicalForm,
} from '../../src/index.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

interface Pair {
  reader: unknown;
  writer: unknown;
  compatible: boolean;
  incompatibilities: Incompatibility[];
  readerCanonical: string;
  readerCrc64: string;
}

it('judges 590 pairs of reader and writer as Avro Java does, reasons and order included', (context) => {
  needsSharedData(context);
  const pairs = sharedRows<Pair>('avro-compat/reader-writer-pairs.jsonl');
  const wrong = pairs.filter((pair) => {
    const reader = parseAvro(JSON.stringify(pair.reader), { validation: 'stored' }).root;
    const writer = parseAvro(JSON.stringify(pair.writer), { validation: 'stored' }).root;
    const incompatibilities = checkReaderWriter(reader, writer);
    const got = {
      compatible: incompatibilities.length === 0,
      incompatibilities,
      readerCanonical: parsingCanonicalForm(reader),
      readerCrc64: fingerprint64(reader),
    };
    const { reader: _reader, writer: _writer, ...wanted } = pair;
    return JSON.stringify(got) !== JSON.stringify(wanted);
  });
  expect(pairs).toHaveLength(590);
  expect(wrong).toEqual([]);
});
