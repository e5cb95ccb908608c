import { beforeEach, expect, it } from 'vitest';
import { ok } from './answers.ts';
import { avro, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Aliases of subjects (2.1)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  let subject: string;
  let alias: string;
  beforeEach(async (test) => {
    await registry.since(test, '7.5.0');
    subject = aSubject();
    alias = aSubject();
    await register(subject, order.first);
    await must('PUT', `/config/${alias}`, { alias: subject });
  });

  it('stand for the subject wherever one is read', async () => {
    expect((await must('GET', `/subjects/${alias}/versions/1`)).subject).toBe(subject);
    expect(await call('GET', `/subjects/${alias}/versions`)).toEqual(ok([1]));
    const found = await must('POST', `/subjects/${alias}`, { schema: order.first });
    expect(found.subject).toBe(subject);
  });

  it('stand for the subject wherever one is written', async () => {
    await register(alias, order.second);
    expect(await call('GET', `/subjects/${subject}/versions`)).toEqual(ok([1, 2]));
    expect(await must('DELETE', `/subjects/${alias}/versions/1`)).toBe(1);
    expect(await call('GET', `/subjects/${subject}/versions`)).toEqual(ok([2]));
  });

  it('stand for the subject when compatibility is checked', async () => {
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
    const answer = await must('POST', `/compatibility/subjects/${alias}/versions/latest`, {
      schema: order.incompatible,
    });
    expect(answer).toEqual({ is_compatible: false });
  });

  it('stand for the subject in the question for an id', async (test) => {
    await registry.since(test, '8.0.0');
    const { id } = await must('GET', `/subjects/${subject}/versions/1`);
    expect((await must('GET', `/schemas/ids/${id}?subject=${alias}`)).subject).toBe(subject);
  });

  it('have settings of their own', async () => {
    expect((await call('GET', `/config/${subject}`)).status).toBe(404);
    await must('PUT', `/mode/${alias}`, { mode: 'READONLY' });
    expect((await call('GET', `/mode/${subject}`)).status).toBe(404);
    expect((await register(subject, order.second)).version).toBe(2);
  });

  it('are followed one step', async () => {
    const further = aSubject();
    await must('PUT', `/config/${further}`, { alias });
    expect((await call('GET', `/subjects/${further}/versions`)).status).toBe(404);
  });

  it('are names of their own context, unless they name another one', async () => {
    const context = aContext();
    await register(`:${context}:a`, avro('Inside', 'x'));
    await must('PUT', `/config/:${context}:near`, { alias: 'a' });
    await must('PUT', `/config/:${context}:far`, { alias: `:.:${subject}` });
    const subjectOf = async (name: string) =>
      (await must('GET', `/subjects/:${context}:${name}/versions/1`)).subject;
    expect(await subjectOf('near')).toBe(`:${context}:a`);
    expect(await subjectOf('far')).toBe(subject);
  });

  it('end with the configuration', async () => {
    await must('DELETE', `/config/${alias}`);
    expect((await call('GET', `/subjects/${alias}/versions`)).status).toBe(404);
  });

  it('of a context are none', async () => {
    const context = aContext();
    await register(`:${context}:a`, order.first);
    await must('PUT', `/config/:${context}:`, { alias: subject });
    expect((await must('GET', `/subjects/:${context}:a/versions/1`)).subject).toBe(`:${context}:a`);
  });
});
