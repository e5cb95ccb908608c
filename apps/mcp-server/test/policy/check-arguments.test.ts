import { expect, it } from 'vitest';
import { connectToRegistry } from '../connect.ts';

it.each([
  [{ subjct: 'a' }, "There is no argument 'subjct'. Did you mean 'subject'?"],
  [{ subject: 'a', offset: -1 }, "'offset'"],
  [{ subject: 'a', offset: 1.5 }, "'offset'"],
  [{ subject: ['a'], deleted: 3 }, "'deleted'"],
  [{}, "'subject' is missing."],
])('says everything that is wrong with %j, and what is accepted', async (written, said) => {
  const { call, requests } = await connectToRegistry();
  const { error } = await call('get_schema', written);
  expect(error).toMatchObject({
    code: 'invalid_arguments',
    accepted_arguments: ['subject', 'version', 'offset', 'format', 'deleted', 'context'],
  });
  expect(error.message).toContain(said);
  expect(requests).toEqual([]);
});

it('names the values that an argument can have', async () => {
  const { call } = await connectToRegistry();
  const { error } = await call('update_mode', { mode: 'OFF' });
  expect(error.message).toBe(
    "'mode' must be one of READWRITE, READONLY, READONLY_OVERRIDE, IMPORT, FORWARD, INHERIT.",
  );
});

it('looks into what is nested', async () => {
  const { call } = await connectToRegistry();
  const from = { subject: 'a', place: 'b' };
  const { error } = await call('lookup_schema', { subject: 'a', from });
  expect(error.message).toContain("There is no argument 'from.place'.");
});
