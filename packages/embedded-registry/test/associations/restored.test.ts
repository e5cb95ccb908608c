import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeLog } from '../../src/change-log.ts';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, everythingOf, topic } from './associations.ts';

const names = ['a', 'b', 'c'];
const subjects = ['s', 't', ':.c:s', ':.lkc-1:a-value'];

const name = fc.constantFrom(...names);
const schema = fc.constantFrom(
  aSchema('A'),
  aSchema('B'),
  { schema: avro('A', 'x:int=0') },
  { schema: 'broken' },
);
const subject = fc.constantFrom(...subjects);
const fields = {
  associationType: fc.constantFrom('key', 'value'),
  subject,
  lifecycle: fc.constantFrom('STRONG', 'WEAK'),
  frozen: fc.boolean(),
  schema,
  cascadeLifecycle: fc.boolean(),
};

function wish(opType: string, ...names: (keyof typeof fields)[]): fc.Arbitrary<object> {
  const chosen = Object.fromEntries(names.map((each) => [each, fields[each]]));
  return fc.record<Record<string, unknown>>({ opType: fc.constant(opType), ...chosen });
}

/** Mostly what makes sense, sometimes anything. */
const association = fc.oneof(
  wish('CREATE', 'associationType', 'subject'),
  wish('CREATE', 'associationType', 'schema'),
  wish('UPSERT', 'associationType', 'subject', 'lifecycle'),
  wish('UPSERT', 'associationType', 'subject', 'schema'),
  wish('UPSERT', 'associationType', 'lifecycle'),
  wish('DELETE', 'associationType', 'cascadeLifecycle'),
  fc.record(
    { opType: fc.constantFrom('CREATE', 'UPSERT', 'DELETE'), ...fields },
    { requiredKeys: ['opType'] },
  ),
);
const associations = fc.array(association, { minLength: 1, maxLength: 2 });
const query = fc.constantFrom('', '?dryRun=true', '?context=:.c:');

type Sent = [method: string, target: string, body?: unknown];

/** A request that changes associations, or what they are about. */
const request: fc.Arbitrary<Sent> = fc.oneof(
  fc.tuple(name, associations, query).map(([each, wanted, suffix]): Sent => {
    return ['POST', `/associations${suffix}`, topic(each, ...wanted)];
  }),
  fc.tuple(name, associations, query).map(([each, wanted, suffix]): Sent => {
    return ['PUT', `/associations/resources/id-${each}${suffix}`, topic(each, ...wanted)];
  }),
  fc.array(fc.tuple(name, associations), { maxLength: 3 }).map((wanted): Sent => {
    const requests = wanted.map(([each, operations]) => topic(each, ...operations));
    return ['POST', '/associations:batchMutate', { requests }];
  }),
  fc.tuple(name, fc.boolean()).map(([each, cascade]): Sent => {
    return ['DELETE', `/associations/resources/id-${each}?cascadeLifecycle=${cascade}`];
  }),
  fc.tuple(subject, schema).map(([each, sent]): Sent => {
    return ['POST', `/subjects/${each}/versions`, sent];
  }),
  fc.tuple(subject, fc.boolean()).map(([each, permanent]): Sent => {
    return ['DELETE', `/subjects/${each}?permanent=${permanent}`];
  }),
);

/** A log that gives back what another one kept, and lets one take what makes a registry equal to its own. */
function aLog(kept: ReturnType<ChangeLog['open']> = []) {
  const appended: unknown[] = [...kept];
  let dump: Parameters<ChangeLog['open']>[0] = () => [];
  const log: ChangeLog = {
    open(dumping) {
      dump = dumping;
      return kept;
    },
    async append(changes) {
      appended.push(...changes);
    },
    pending: () => undefined,
  };
  const copy = (changes: readonly unknown[]) =>
    JSON.parse(JSON.stringify(changes)) as ReturnType<typeof dump>;
  return { log, dumped: () => copy(dump()), appended: () => copy(appended) };
}

test('a registry answers as before when it is restored, from its log and from a dump', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 5, maxLength: 30 }), async (requests) => {
      const first = aLog();
      const { ask } = aRegistry({ log: first.log });
      for (const [method, target, body] of requests) {
        const before = await everythingOf(ask, names);
        const { status } = await ask(method, target, body);
        expect(status).not.toBe(500);
        // Whatever is refused, or only tried, changes nothing.
        if (status >= 400 || target.includes('dryRun'))
          expect(await everythingOf(ask, names)).toEqual(before);
      }
      const wanted = await everythingOf(ask, names);
      for (const kept of [first.dumped(), first.appended()]) {
        const again = aRegistry({ log: aLog(kept).log });
        expect(await everythingOf(again.ask, names)).toEqual(wanted);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('no subject of a STRONG association has another one, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 10, maxLength: 40 }), async (requests) => {
      const { ask } = aRegistry();
      for (const [method, target, body] of requests) await ask(method, target, body);
      const { body } = await ask('GET', '/associations/resources/-/-');
      const lifecycles = new Map<string, string[]>();
      for (const { subject, lifecycle } of body)
        lifecycles.set(subject, [...(lifecycles.get(subject) ?? []), lifecycle]);
      for (const those of lifecycles.values())
        if (those.length > 1) expect(those).not.toContain('STRONG');
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a dry run is answered as the change is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 5, maxLength: 30 }), async (requests) => {
      const { ask } = aRegistry();
      for (const [method, target, body] of requests) {
        if (target.includes('dryRun') || target.startsWith('/associations:')) continue;
        const isTried = target.startsWith('/associations');
        const suffix = target.includes('?') ? '&dryRun=true' : '?dryRun=true';
        const tried = isTried ? await ask(method, `${target}${suffix}`, body) : undefined;
        const done = await ask(method, target, body);
        if (tried) expect([tried.status, tried.body]).toEqual([done.status, done.body]);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
