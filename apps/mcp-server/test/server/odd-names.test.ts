import { expect, it } from 'vitest';
import { connectToRegistry } from '../connect.ts';
import { argumentsOf, everyTool } from './every-tool.ts';

it.each(
  ['a/b %ü:c', '.', '..', '~ ?#[]@!$&\'()*+,;="', '统一/码 😀', 'x'.repeat(300)].flatMap(
    (subject) =>
      [{}, { context: 'staging' }, { context: '.' }].map((place) => [subject, place] as const),
  ),
)('takes the subject %j through every tool in %j', async (subject, place) => {
  const { call } = await connectToRegistry();
  let task: unknown;
  for (const step of everyTool(subject, place)) {
    const [name, , holds] = step;
    const written = argumentsOf(step, task);
    const answer = await call(name, written);
    expect(answer, `${name} ${JSON.stringify(written)}`).toMatchObject(holds);
    task = answer['task_id'] ?? task;
  }
  const left = await call('list_subjects', { ...place, deleted: true });
  expect(left).toMatchObject({ subjects: [] });
});
