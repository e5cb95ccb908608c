import { expect, it } from 'vitest';
import { connectToRegistry } from '../connect.ts';
import { everyTool } from './every-tool.ts';

it.each(
  ['a/b %ü:c', '.', '..', '~ ?#[]@!$&\'()*+,;="', '统一/码 😀', 'x'.repeat(300)].flatMap(
    (subject) =>
      [{}, { context: 'staging' }, { context: '.' }].map((place) => [subject, place] as const),
  ),
)('takes the subject %j through every tool in %j', async (subject, place) => {
  const { call } = await connectToRegistry();
  for (const [name, written, holds] of everyTool(subject, place)) {
    expect(await call(name, written), `${name} ${JSON.stringify(written)}`).toMatchObject(holds);
  }
  const left = await call('list_subjects', { ...place, deleted: true });
  expect(left).toMatchObject({ subjects: [] });
});
