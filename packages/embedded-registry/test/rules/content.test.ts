import { expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

const failed = { error_code: 500, message: 'Internal Server Error' };

test('an Avro text that is no JSON is refused in the words of Jackson', async () => {
  const { ask, register } = aRegistry();
  const { status, body } = await register('s', '{bad');
  expect(status).toBe(422);
  expect(body.message).toContain(
    "of type AVRO, details: com.fasterxml.jackson.core.JsonParseException: Unexpected character ('b' (code 98)): was expecting double-quote to start field name\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 2]",
  );
  expect((await ask('POST', '/subjects/s', { schema: '["int"' })).status).toBe(422);
});

test('half of a surrogate pair comes back in capital letters', async () => {
  const { registry } = aRegistry();
  const { body } = await registry.handle({
    method: 'POST',
    target: '/subjects/s/versions',
    body: String.raw`{"schema":"\ud800"}`,
  });
  expect(body).toContain(String.raw`schema=\uD800,`);
  expect(body).not.toContain(String.raw`\ud800`);
});

test('a property that is null fails, sent or configured', async () => {
  const { ask, register } = aRegistry();
  const metadata = { properties: { a: null } };
  expect((await register('s', { schema: '"int"', metadata })).body).toEqual(failed);
  expect((await ask('PUT', '/config/s', { defaultMetadata: metadata })).body).toEqual(failed);
  expect((await ask('GET', '/subjects')).body).toEqual([]);
});

test('a missing text is null where it is shown', async () => {
  const { register } = aRegistry();
  const { body } = await register('s', { schemaTagsToAdd: [{}] });
  expect(body.message).toContain(',schema=null,');
});

test('an alias with half of a surrogate pair stands for a name with a question mark', async () => {
  const { ask, register } = aRegistry();
  await register('a?', avro('A', 'x'));
  await ask('PUT', '/config/b', '{"alias":"a\\ud800"}');
  expect((await ask('GET', '/subjects/b/versions')).body).toEqual([1]);
});

test('the name of a context to delete is read as that of a path', async () => {
  const { ask } = aRegistry();
  expect(await ask('DELETE', '/contexts/.x/contexts/a:b')).toMatchObject({
    status: 400,
    body: { error_code: 400, message: "Context name 'a:b' cannot contain a colon" },
  });
});
