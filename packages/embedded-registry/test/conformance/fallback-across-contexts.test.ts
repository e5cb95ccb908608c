import { beforeEach, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { avro } from './schemas.ts';
import { specification } from './specification.ts';

specification('A name without a context, looked for in every context (2.3)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  let subject: string;
  let context: string;
  let schema: string;
  beforeEach(async () => {
    subject = aSubject();
    context = aContext();
    schema = avro(registry.aWord(), 'a');
    await register(`:${context}:${subject}`, schema);
  });

  it('is found by version', async () => {
    const found = await must('GET', `/subjects/${subject}/versions/1`);
    expect(found.subject).toBe(`:${context}:${subject}`);
    expect((await must('GET', `/subjects/${subject}/versions/latest`)).subject).toBe(found.subject);
  });

  it('is found by looking up', async () => {
    const found = await must('POST', `/subjects/${subject}`, { schema });
    expect(found.subject).toBe(`:${context}:${subject}`);
  });

  it('is found with the id of a context that the subject is in', async (test) => {
    await registry.since(test, '8.0.0');
    const { id } = await must('GET', `/subjects/:${context}:${subject}/versions/1`);
    const found = await must('GET', `/schemas/ids/${id}?subject=${subject}`);
    expect(found.subject).toBe(`:${context}:${subject}`);
  });

  it('is the one of the default context where that has it', async () => {
    await register(subject, avro(registry.aWord(), 'b'));
    expect((await must('GET', `/subjects/${subject}/versions/1`)).subject).toBe(subject);
  });

  it('is the one of the first context that has it', async () => {
    const last = `${context}-last`;
    await register(`:${last}:${subject}`, schema);
    registry.afterwards(async () => {
      for (const query of ['', '?permanent=true'])
        await must('DELETE', `/subjects/:${last}:${subject}${query}`);
      await call('DELETE', `/contexts/${last}`);
    });
    expect((await must('GET', `/subjects/${subject}/versions/1`)).subject).toBe(
      `:${context}:${subject}`,
    );
  });

  it.each([
    ['GET', '/subjects/{s}/versions'],
    ['DELETE', '/subjects/{s}'],
    ['DELETE', '/subjects/{s}/versions/1'],
  ])('is not found by %s %s', async (method, path) => {
    expect(await call(method, path.replace('{s}', subject))).toEqual(
      refused(404, 40401, `Subject '${subject}' not found.`),
    );
  });

  it('is not found by what registers or checks', async () => {
    const other = avro('Unlike', 'x');
    const check = `/compatibility/subjects/${subject}/versions/latest`;
    expect(await must('POST', check, { schema: other })).toEqual({ is_compatible: true });
    expect((await register(subject, other)).version).toBe(1);
  });

  it('that names its context is not looked for elsewhere', async () => {
    const elsewhere = aContext();
    for (const qualified of [`:${elsewhere}:${subject}`])
      expect(await call('GET', `/subjects/${qualified}/versions/1`)).toEqual(
        refused(404, 40401, `Subject '${qualified}' not found.`),
      );
  });
});
