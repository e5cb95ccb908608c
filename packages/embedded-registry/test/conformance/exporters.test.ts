import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { specification } from './specification.ts';

specification('Exporters in the Community Edition (1.8)', (registry) => {
  const { call } = registry;

  it.for([
    ['GET', '/exporters', undefined],
    ['POST', '/exporters', { name: 'x' }],
    ['GET', '/exporters/x', undefined],
    ['GET', '/exporters/x/status', undefined],
  ] as const)('are not there: %s %s', async ([method, path, body], test) => {
    await registry.inEdition(test, 'community');
    expect(await call(method, path, body)).toEqual(refused(404, 404, 'HTTP 404 Not Found'));
  });
});

specification(
  'Exporters in the Enterprise Edition (1.8)',
  (registry) => {
    const { call, must } = registry;
    const config = { 'schema.registry.url': 'http://destination.invalid' };
    let name: string;
    beforeEach(async (test) => {
      await registry.inEdition(test, 'enterprise');
      name = registry.aWord();
      registry.afterwards(async () => {
        await call('PUT', `/exporters/${name}/pause`);
        await call('DELETE', `/exporters/${name}`);
      });
    });
    const create = (fields: object = {}) => call('POST', '/exporters', { name, config, ...fields });
    const put = (path: string, body?: object) => call('PUT', `/exporters/${name}${path}`, body);

    describe('an exporter', () => {
      it('is made, read and listed', async () => {
        const fields = {
          contextType: 'CUSTOM',
          context: 'elsewhere',
          subjects: ['orders*'],
          subjectRenameFormat: `dc_\${subject}`,
        };
        expect(await create(fields)).toEqual(ok({ name }));
        expect(await must('GET', `/exporters/${name}`)).toMatchObject({ name, ...fields, config });
        expect(await must('GET', '/exporters')).toContain(name);
        expect(await call('GET', `/exporters/${name}/config`)).toEqual(ok(config));
      });

      it('is of the type AUTO where nothing else is said', async () => {
        await create();
        expect((await must('GET', `/exporters/${name}`)).contextType).toBe('AUTO');
      });

      it('has a state', async () => {
        await create();
        const { state } = await must('GET', `/exporters/${name}/status`);
        expect(['STARTING', 'RUNNING']).toContain(state);
        expect(await put('/pause')).toEqual(ok({ name }));
        expect((await must('GET', `/exporters/${name}/status`)).state).toBe('PAUSED');
        expect(await put('/resume')).toEqual(ok({ name }));
      });

      it('is made once', async () => {
        await create();
        const { status, body } = await create();
        expect([status, body.error_code]).toEqual([409, 40960]);
      });

      it.each([
        ['a name', 40950, { name: '' }],
        ['a configuration', 40951, { config: {} }],
        ['subjects with names', 40952, { subjects: [''] }],
      ])('needs %s', async (_, number, fields) => {
        expect((await create(fields)).body.error_code).toBe(number);
      });

      it('is reset and deleted only while it is paused', async () => {
        await create();
        const notPaused = { status: 409, body: { error_code: 40963 } };
        expect(await put('/reset')).toMatchObject(notPaused);
        expect(await call('DELETE', `/exporters/${name}`)).toMatchObject(notPaused);
        await put('/pause');
        expect(await put('/reset')).toEqual(ok({ name }));
        expect((await call('DELETE', `/exporters/${name}`)).status).toBeLessThan(300);
        expect((await call('GET', `/exporters/${name}`)).status).toBe(404);
      });

      it('cannot be resumed while it runs', async () => {
        await create();
        expect(await put('/resume')).toMatchObject({ status: 409, body: { error_code: 40961 } });
      });

      it.each(['', '/config', '/status'])('that is not there is 40450: GET %s', async (path) => {
        const { status, body } = await call('GET', `/exporters/${name}${path}`);
        expect([status, body.error_code]).toEqual([404, 40450]);
      });
    });
  },
  { edition: 'enterprise' },
);
