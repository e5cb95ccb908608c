import { randomUUID } from 'node:crypto';
import { expect, type TestContext } from 'vitest';
import type { Answer } from './answers.ts';
import { removeSettings, removeSubjects } from './clean-up.ts';
import type { Candidate, Connection, RawAnswer } from './connect.ts';
import { isSince } from './version.ts';

/** Headers by lower-case name; undefined sends none of that name. */
type Headers = Readonly<Record<string, string | undefined>>;

/** A registry as the tests see it: requests over HTTP and nothing else, and names that no other test uses. */
export interface RegistryUnderTest {
  /** Whether it was made for the test. */
  readonly ours: boolean;
  /** Sends a request; the target goes out exactly as it stands here, an object as JSON, a text as it is. */
  call(method: string, target: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** The same, with the answer as it came over the wire. */
  exchange(method: string, target: string, body?: unknown, headers?: Headers): Promise<RawAnswer>;
  /** Sends a request that is no part of what is tested: it has to succeed. Gives the body. */
  must(method: string, target: string, body?: unknown): Promise<Answer['body']>;
  /**
   * Registers an Avro text, or a whole request, which has to succeed. Gives the body; where that is the id alone, as before
   * 7.5, the rest is looked up.
   */
  register(subject: string, request: string | object): Promise<Answer['body']>;
  /** The name of a subject of the default context that is not there yet. */
  aSubject(name?: string): string;
  /** The name of a context that is not there yet, with its dot: `.srkit-…`. */
  aContext(name?: string): string;
  /** A word that no other test uses, of letters, digits and `_`. */
  aWord(): string;
  /** Does this after the test, before subjects and contexts are removed. */
  afterwards(undo: () => Promise<unknown>): void;
  /** Skips the test unless the registry is of one of these releases or newer: `7.9.5/8.0.3/8.1.1` names one a branch. */
  since(test: TestContext, firsts: string): Promise<void>;
  isSince(firsts: string): Promise<boolean>;
  /** Skips the test where settings of everybody must not be changed. Unsets them; afterwards they are as they were. */
  mayChangeEverybodysSettings(test: TestContext): Promise<void>;
  /** Skips the test unless the registry is of this edition; that of the community has no exporters. */
  inEdition(test: TestContext, edition: 'community' | 'enterprise'): Promise<void>;
}

/** The registry of one file of tests, opened before and closed after them. */
export interface RegistryForFile extends RegistryUnderTest {
  open(): Promise<void>;
  cleanUp(): Promise<void>;
  close(): Promise<void>;
}

const everybodysSettings = ['/config', '/config/:.__GLOBAL:', '/mode', '/mode/:.__GLOBAL:'];

/** Prepares tests of one registry; nothing is sent before `open`. */
export function registryForFile({ ours, connect }: Candidate): RegistryForFile {
  const prefix = `srkit-${randomUUID().slice(0, 8)}`;
  const settingsMayChange = ours || process.env['REGISTRY_SETTINGS'] === 'may-change';
  const settings: string[] = [];
  const contexts: string[] = [];
  const before: [path: string, body: unknown][] = [];
  const undoing: (() => Promise<unknown>)[] = [];
  let connection: Connection | undefined;
  let release: string | undefined;
  let names = 0;

  async function exchange(
    method: string,
    target: string,
    body?: unknown,
    headers: Headers = {},
  ): Promise<RawAnswer> {
    if (connection === undefined) throw new Error('The registry is not open yet.');
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    if (method === 'PUT') noteSettings(target);
    const type = text === undefined ? {} : { 'content-type': 'application/json' };
    const sent = Object.entries<string | undefined>({ ...type, ...headers });
    return connection.send({
      method,
      target,
      headers: Object.fromEntries(
        sent.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      body: text,
    });
  }

  /** What is set by a test is unset after it. */
  function noteSettings(target: string): void {
    const path = target.replace(/\?.*/, '');
    if (!/^(\/contexts\/[^/]+)?\/(config|mode)(\/[^/]+)?$/.test(path)) return;
    if (everybodysSettings.includes(path.replace(/\/:\.:$/, ''))) {
      if (before.length === 0)
        throw new Error(`${path} is everybody's: call mayChangeEverybodysSettings first.`);
    } else if (!settings.includes(path)) settings.push(path);
  }

  const call: RegistryUnderTest['call'] = async (...request) => {
    const { status, text } = await exchange(...request);
    return { status, body: readBody(text) };
  };

  const must: RegistryUnderTest['must'] = async (method, target, body) => {
    const answer = await call(method, target, body);
    expect(answer.status, `${method} ${target}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer.body;
  };

  function nextName(name: string): string {
    names += 1;
    return `${prefix}-${names}${name === '' ? '' : `-${name}`}`;
  }

  async function subjectsWith(subjectPrefix: string): Promise<string[]> {
    const query = `subjectPrefix=${encodeURIComponent(subjectPrefix)}&deleted=true`;
    return must('GET', `/subjects?${query}`);
  }

  async function isReleaseSince(firsts: string): Promise<boolean> {
    release ??= String((await call('GET', '/v1/metadata/version')).body.version ?? '7.0.0');
    return isSince(release, firsts);
  }

  return {
    ours,
    call,
    exchange,
    must,
    async register(subject, request) {
      const path = `/subjects/${encodeURIComponent(subject)}`;
      const body = typeof request === 'string' ? { schema: request } : request;
      const answer = await must('POST', `${path}/versions`, body);
      if ('version' in answer || (await isReleaseSince('7.5.0'))) return answer;
      const { subject: _, ...known } = (await call('POST', path, body)).body;
      return known.id === answer.id ? known : answer;
    },
    aSubject: (name = '') => nextName(name),
    aContext(name = '') {
      const context = `.${nextName(name)}`;
      contexts.push(context);
      return context;
    },
    aWord: () => nextName('').replaceAll('-', '_'),
    afterwards: (undo) => undoing.push(undo),
    async since(test, firsts) {
      if (!(await isReleaseSince(firsts))) test.skip(`this came with ${firsts}`);
    },
    isSince: isReleaseSince,
    async mayChangeEverybodysSettings(test) {
      if (!settingsMayChange)
        test.skip(
          'changes settings of everybody: set REGISTRY_SETTINGS=may-change if nobody else uses the registry',
        );
      for (const path of everybodysSettings) before.push([path, (await call('GET', path)).body]);
      await removeSettings(call, everybodysSettings);
    },
    async inEdition(test, edition) {
      const { status } = await call('GET', '/exporters');
      const found = status === 404 ? 'community' : 'enterprise';
      if (found !== edition) test.skip(`this is what the ${edition} edition does`);
    },

    async open() {
      connection = await connect();
    },
    async cleanUp() {
      for (const undo of undoing.splice(0).reverse()) await undo();
      if (before.length > 0) await removeSettings(call, everybodysSettings);
      await removeSettings(call, settings.splice(0));
      for (const [path, body] of before) await restore(call, path, body);
      before.length = 0;
      const places = contexts.splice(0);
      const prefixes = [prefix, ...places.map((context) => `:${context}:`)];
      await removeSubjects(call, (await Promise.all(prefixes.map(subjectsWith))).flat());
      for (const context of places) await call('DELETE', `/contexts/${context}`);
    },
    async close() {
      expect((await subjectsWith(':*:')).filter((name) => name.includes(prefix))).toEqual([]);
      await connection?.close();
    },
  };
}

/** Brings back a setting that may have come from a record, or from further up. */
async function restore(
  call: RegistryUnderTest['call'],
  path: string,
  before: unknown,
): Promise<void> {
  const now = (await call('GET', path)).body;
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  const { compatibilityLevel, ...rest } = before as Record<string, unknown>;
  const body = compatibilityLevel ? { ...rest, compatibility: compatibilityLevel } : rest;
  await call('PUT', path, body);
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
