import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoRegistry } from '../../src/demo/demo-registry.ts';
import { connect } from '../connect.ts';

const data = join(import.meta.dirname, '../../../../../shared/data');

/** What a real registry said to each file. */
interface Recorded {
  file: string;
  status: number;
}

it.for(['avro', 'json', 'protobuf'])(
  'registers of %s what a real registry registered, and gives it back',
  { timeout: 60_000 },
  async (type, context) => {
    if (!existsSync(data)) context.skip('needs ../shared/data, which is not there');
    const recorded = readFileSync(join(data, `recorded/texts-${type}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line): Recorded => JSON.parse(line));
    const { setting, demo } = demoRegistry(join(data, type), () => {});
    const { call } = await connect({ registries: { demo: setting }, demo });
    const answer = await call('list_subjects', { context: '.' });
    const taken = recorded.filter(({ status }) => status === 200);
    const subjects = taken.map(({ file }) =>
      file.slice(file.indexOf('/') + 1).replace(/\.[^.]+$/, ''),
    );
    expect(answer['total']).toBe(subjects.length);
    expect(answer['subjects']).toEqual(expect.arrayContaining(subjects));
    for (const subject of subjects.slice(0, 10)) {
      expect(await call('get_schema', { subject })).toMatchObject({ version: 1 });
    }
  },
);
