import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { version } from '../../src/version.ts';
import { bundle, initialize, serveHttp, startBare, startWithClient } from './start.ts';

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
const call = (id: number, name: string, written: object) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: written },
});

describe('the command', () => {
  it('needs nothing but the files beside it', () => {
    const folder = dirname(bundle);
    const built = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js');
    expect(readFileSync(bundle, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(built.length).toBeGreaterThan(1);
    for (const file of built) {
      const text = readFileSync(join(folder, file), 'utf8');
      const imported = [
        ...text.matchAll(/(?:^|;)import\b[^;"'()=]*["']([^"'$]+)["']/gm),
        ...text.matchAll(/\bimport\(["']([^"'$]+)["']\)/g),
      ].map(([, from = '']) => from);
      expect(imported.length).toBeGreaterThan(0);
      // Protobuf files that are held as texts import each other, too.
      for (const from of imported.filter((each) => !each.endsWith('.proto'))) {
        if (from.startsWith('./')) expect(built).toContain(from.slice(2));
        else expect(from).toMatch(/^(?:node:)?[a-z_/]+$/);
      }
    }
  });

  it('leaves what it does not need yet unread', () => {
    const size = (file: string): number => statSync(join(dirname(bundle), file)).size;
    const text = readFileSync(bundle, 'utf8');
    const atStart = [...text.matchAll(/(?:^|;)import\b[^;"'()=]*["']\.\/([^"'$]+)["']/gm)];
    const read = atStart.reduce((sum, [, file = '']) => sum + size(file), size(basename(bundle)));
    const all = readdirSync(dirname(bundle)).filter((file) => file.endsWith('.js'));
    expect(read).toBeLessThan(all.reduce((sum, file) => sum + size(file), 0) / 2);
  });

  it('prints its version', async () => {
    const started = startBare({ words: ['--version'] });
    expect(await started.ended).toBe(0);
    expect(started.stdout()).toBe(`${version}\n`);
  });

  it('prints help', async () => {
    const started = startBare({ words: ['--help'] });
    expect(await started.ended).toBe(0);
    expect(started.stdout()).toContain('SCHEMA_REGISTRY_URL');
  });

  it.each([
    [['--prot', '1'], {}, '--prot'],
    [['--demo', '/no/such/folder'], {}, 'is not a folder'],
    [[], { SCHEMA_REGISTRY_ULR: 'http://x' }, 'Did you mean SCHEMA_REGISTRY_URL?'],
    [[], { REGISTRIES: 'a' }, 'REGISTRIES'],
    [[], { SRKIT_CONFIG: '/no/such/file.yaml' }, 'SRKIT_CONFIG=/no/such/file.yaml names a file'],
    [[], { SCHEMA_REGISTRY_URL: 'http://a', SRKIT_DEFAULT_REGISTRY: 'b' }, 'name of a registry'],
  ])('refuses %j %j in one sentence on stderr', async (words, environment, said) => {
    const started = startBare({ words, environment });
    expect(await started.ended).toBe(2);
    expect(started.stderr()).toContain(said);
    expect(started.stderr().trim().split('\n')).toHaveLength(1);
    expect(started.stdout()).toBe('');
  });

  it('does not take the way of a demo while a registry is configured', async () => {
    const url = await serveHttp((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('["only-there"]');
    });
    const { client, stderr } = await startWithClient('SDK v1', {
      environment: { SCHEMA_REGISTRY_URL: url },
    });
    const answer = await client.callTool({ name: 'list_subjects', arguments: {} });
    expect(answer).toMatchObject({ structuredContent: { subjects: ['only-there'] } });
    expect(JSON.stringify(answer)).not.toContain('demo');
    expect(stderr()).toContain(url);
  });

  it('says everything that is wrong with the registries at once', async () => {
    const environment = {
      SCHEMA_REGISTRY_NAME_1: 'dev',
      SCHEMA_REGISTRY_URL_1: 'nonsense',
      SCHEMA_REGISTRY_URL_2: 'http://prod',
      SRKIT_LOG_LEVL: 'debug',
    };
    const started = startBare({ environment });
    expect(await started.ended).toBe(2);
    const lines = started.stderr().trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const said of ['SCHEMA_REGISTRY_URL_1 must', 'SCHEMA_REGISTRY_NAME_2', 'SRKIT_LOG_LEVEL'])
      expect(lines.join()).toContain(said);
  });

  it('serves the registries of a file and of numbered variables together', async () => {
    const asked: string[] = [];
    const serve = (name: string) =>
      serveHttp((request, response) => {
        asked.push(`${name} ${request.method} ${request.headers.authorization ?? ''}`.trim());
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify([`only-${name}`]));
      });
    const folder = mkdtempSync(join(tmpdir(), 'srkit-config-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'password'), 'hunter 2\n');
    writeFileSync(
      join(folder, 'srkit.yaml'),
      [
        'default: prod',
        'registries:',
        '  prod:',
        `    url: \${PROD_URL}`,
        '    user: robot',
        '    passwordFile: password',
        '    viewOnly: true',
      ].join('\n'),
    );
    const environment = {
      SRKIT_CONFIG: join(folder, 'srkit.yaml'),
      PROD_URL: await serve('prod'),
      SCHEMA_REGISTRY_NAME_1: 'dev',
      SCHEMA_REGISTRY_URL_1: await serve('dev'),
      SCHEMA_REGISTRY_NAME_3: 'staging',
      SCHEMA_REGISTRY_URL_3: 'http://127.0.0.1:9',
    };
    const { client, stderr } = await startWithClient('SDK v1', { environment });
    const call = async (name: string, written = {}) =>
      client.callTool({ name, arguments: written });
    expect(await call('list_registries')).toMatchObject({
      structuredContent: {
        default_registry: 'prod',
        registries: [
          { name: 'dev', view_only: false },
          { name: 'staging' },
          { name: 'prod', view_only: true },
        ],
      },
    });
    expect(await call('list_subjects')).toMatchObject({
      structuredContent: { registry: 'prod', subjects: ['only-prod'] },
    });
    expect(await call('list_subjects', { registry: 'dev' })).toMatchObject({
      structuredContent: { registry: 'dev', subjects: ['only-dev'] },
    });
    expect(await call('delete_subject', { subject: 'a' })).toMatchObject({ isError: true });
    expect(asked).toEqual([
      `prod GET Basic ${Buffer.from('robot:hunter 2').toString('base64')}`,
      'dev GET',
    ]);
    expect(stderr()).toContain('There is no registry of number 2');
    expect(stderr()).toContain('dev (http://127.0.0.1:');
    expect(stderr()).not.toContain('hunter');
  });

  it('goes on to the next address of a registry, and shows the token that it got for it', async () => {
    const tokens = await serveHttp((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"access_token":"t0ken","token_type":"bearer","expires_in":60}');
    });
    const shown: unknown[] = [];
    const url = await serveHttp((request, response) => {
      shown.push(request.headers.authorization);
      response.setHeader('content-type', 'application/json');
      response.end('["only-there"]');
    });
    const { client, stderr } = await startWithClient('SDK v1', {
      environment: {
        SCHEMA_REGISTRY_URL: `http://127.0.0.1:9,${url}`,
        SCHEMA_REGISTRY_OAUTH_TOKEN_URL: tokens,
        SCHEMA_REGISTRY_OAUTH_CLIENT_ID: 'id',
        SCHEMA_REGISTRY_OAUTH_CLIENT_SECRET: 'canary',
      },
    });
    const answer = await client.callTool({ name: 'list_subjects', arguments: {} });
    expect(answer).toMatchObject({ structuredContent: { subjects: ['only-there'] } });
    expect(shown).toEqual(['Bearer t0ken']);
    expect(JSON.stringify(answer) + stderr()).not.toMatch(/t0ken|canary/);
  });

  it('reaches no registry while it is view-only and asked to write', async () => {
    const asked: string[] = [];
    const url = await serveHttp((request, response) => {
      asked.push(String(request.method));
      response.end('[]');
    });
    const { client } = await startWithClient('SDK v1', {
      environment: { SCHEMA_REGISTRY_URL: url, READONLY: 'on' },
    });
    const answer = await client.callTool({ name: 'delete_subject', arguments: { subject: 'a' } });
    expect(answer).toMatchObject({ isError: true });
    expect(asked).toEqual([]);
  });
});

describe('stdout', () => {
  it('carries nothing but protocol messages, also on errors and at the end', async () => {
    const started = startBare({ words: ['--demo'], environment: { SRKIT_LOG_LEVEL: 'debug' } });
    await started.send(initialize);
    await started.send(list);
    await started.send(call(2, 'list_subjects', {}));
    await started.send(call(3, 'get_schema', { subject: 'none' }));
    await started.send(call(4, 'get_schema', { wrong: 1 }));
    await started.send(call(5, 'no_such_tool', {}));
    started.process.stdin.write('this is no JSON\n{"jsonrpc":"2.0"}\n');
    await started.send({ jsonrpc: '2.0', id: 6, method: 'no/such/method' });
    started.process.stdin.end();
    expect(await started.ended).toBe(0);
    const lines = started
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.every((line) => line.jsonrpc === '2.0')).toBe(true);
    expect(lines.map((line) => line.id)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(started.stderr()).toContain('demo');
  });

  it('carries the answers to what was sent before stdin ended', async () => {
    const started = startBare({ words: ['--demo'] });
    started.process.stdin.end(`${JSON.stringify(initialize)}\n${JSON.stringify(list)}\n`);
    expect(await started.ended).toBe(0);
    expect(started.stdout().trim().split('\n')).toHaveLength(2);
  });
});

describe('the end', () => {
  it.each(['SIGINT', 'SIGTERM', 'the end of stdin'] as const)(
    'comes promptly with %s, although a registry never answers',
    async (how) => {
      const url = await serveHttp(() => {});
      const started = startBare({ environment: { SCHEMA_REGISTRY_URL: url } });
      await started.send(initialize);
      started.process.stdin.write(`${JSON.stringify(call(1, 'list_subjects', {}))}\n`);
      await new Promise((next) => setTimeout(next, 300));
      const began = Date.now();
      if (how === 'the end of stdin') started.process.stdin.end();
      else started.process.kill(how);
      expect(await started.ended).toBe(0);
      expect(Date.now() - began).toBeLessThan(1_500);
    },
  );
});
