import { beforeEach, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Paths below a context: /contexts/{context}/… (2.1)', (registry) => {
  const { call, register, must, aContext, aSubject } = registry;
  let context: string;
  beforeEach(async () => {
    context = aContext();
    await register(`:${context}:a`, order.first);
  });

  it('say the same as the path without it and a qualified name', async () => {
    for (const path of ['/subjects/{s}/versions', '/subjects/{s}/versions/1'])
      expect(await call('GET', `/contexts/${context}${path.replace('{s}', 'a')}`)).toEqual(
        await call('GET', path.replace('{s}', `:${context}:a`)),
      );
  });

  it('take the context with its dot, without it, and with its colons', async () => {
    for (const written of [
      context,
      context.slice(1),
      `:${context}:`,
      encodeURIComponent(`:${context}:`),
    ])
      expect(await call('GET', `/contexts/${written}/subjects/a/versions`)).toEqual(ok([1]));
  });

  it('refuse a context with a colon inside', async () => {
    expect(await call('GET', '/contexts/foo:bar/subjects')).toEqual(
      refused(400, 400, "Context name 'foo:bar' cannot contain a colon"),
    );
  });

  it('show names that are qualified', async () => {
    expect(await call('GET', `/contexts/${context}/subjects`)).toEqual(ok([`:${context}:a`]));
    const missing = `:${context}:none`;
    expect(await call('GET', `/contexts/${context}/subjects/none/versions`)).toEqual(
      refused(404, 40401, `Subject '${missing}' not found.`),
    );
  });

  it('leave a name that is qualified already', async () => {
    const other = aContext();
    await register(`:${other}:b`, order.first);
    expect(await call('GET', `/contexts/${context}/subjects/:${other}:b/versions`)).toEqual(
      ok([1]),
    );
  });

  it('register, look up, check and delete in the context', async () => {
    const base = `/contexts/${context}`;
    const body = { schema: order.first };
    expect((await call('POST', `${base}/subjects/b/versions`, body)).body.version).toBe(1);
    expect((await call('POST', `${base}/subjects/b`, body)).body.subject).toBe(`:${context}:b`);
    expect(await call('POST', `${base}/compatibility/subjects/b/versions/latest`, body)).toEqual(
      ok({ is_compatible: true }),
    );
    expect(await call('DELETE', `${base}/subjects/b/versions/1`)).toEqual(ok(1));
  });

  it('list subjects and schemas of the context, with a prefix too', async () => {
    await register(`:${context}:b`, order.first);
    expect(await must('GET', `/contexts/${context}/subjects?subjectPrefix=b`)).toEqual([
      `:${context}:b`,
    ]);
    const schemas: { subject: string }[] = await must('GET', `/contexts/${context}/schemas`);
    expect(schemas.map(({ subject }) => subject)).toEqual([`:${context}:a`, `:${context}:b`]);
  });

  it('find ids of the context', async () => {
    const found = await must('GET', `/contexts/${context}/schemas/ids/1`);
    if (await registry.isSince('8.0.0')) expect(found.subject).toBe(`:${context}:a`);
    expect(await must('GET', `/contexts/${context}/schemas/ids/1/subjects`)).toEqual([
      `:${context}:a`,
    ]);
    expect((await call('GET', `/contexts/${context}/schemas/ids/9`)).body.error_code).toBe(40403);
  });

  it('mean the settings of the context where no subject is named', async () => {
    const base = `/contexts/${context}`;
    await must('PUT', `${base}/config`, { compatibility: 'FULL' });
    await must('PUT', `${base}/mode`, { mode: 'READONLY' });
    expect(await call('GET', `/config/:${context}:`)).toEqual(ok({ compatibilityLevel: 'FULL' }));
    expect(await call('GET', `/mode/:${context}:`)).toEqual(ok({ mode: 'READONLY' }));
  });

  it('mean the settings of a subject where one is named', async () => {
    const base = `/contexts/${context}`;
    await must('PUT', `${base}/config/a`, { compatibility: 'FULL' });
    await must('PUT', `${base}/mode/a`, { mode: 'READONLY' });
    expect(await call('GET', `/config/:${context}:a`)).toEqual(ok({ compatibilityLevel: 'FULL' }));
    expect(await call('GET', `/mode/:${context}:a`)).toEqual(ok({ mode: 'READONLY' }));
  });

  it.each(['/schemas/types', '/contexts', '/v1/metadata/id'])(
    'change nothing where there is nothing of a context: %s',
    async (path) => {
      expect(await call('GET', `/contexts/${context}${path}`)).toEqual(await call('GET', path));
    },
  );

  it('find nothing where there is nothing', async () => {
    expect(await call('GET', `/contexts/${context}/nope`)).toEqual(
      refused(404, 404, 'HTTP 404 Not Found'),
    );
  });

  it('name the default context by its dot', async () => {
    const subject = aSubject();
    await register(subject, order.first);
    const base = '/contexts/:.:';
    expect(await must('GET', `${base}/subjects?subjectPrefix=${subject}`)).toEqual([subject]);
    expect(await must('GET', `${base}/subjects`)).not.toContain(`:${context}:a`);
    expect((await must('GET', `${base}/subjects/${subject}/versions/1`)).subject).toBe(subject);
  });

  it('of a context that is not there show an empty one', async () => {
    const none = aContext();
    expect(await call('GET', `/contexts/${none}/subjects`)).toEqual(ok([]));
    expect((await call('GET', `/contexts/${none}/config`)).body.error_code).toBe(40408);
    expect(await must('GET', '/contexts')).not.toContain(none);
  });
});
