import { orderByReference } from '@srkit/registry-protocol';
import type { Reference } from './references.ts';

/** What one request deletes: a whole subject, with what is left of it then, or one version. */
export interface Unit {
  readonly subject: string;
  readonly version?: number;
  /** The units that must go before, by their place in the list. */
  readonly after: readonly number[];
}

/** Requests in an order that a registry takes. */
export interface OrderedUnits {
  readonly units: readonly Unit[];
  /** Subjects that refer to each other in a circle that no order resolves. */
  readonly circles: readonly (readonly string[])[];
}

/** Subjects with the versions of each that go. */
type Going = ReadonlyMap<string, readonly number[]>;

interface Draft {
  readonly subject: string;
  readonly version?: number;
  /** What it refers to: what must go after it. */
  readonly before: Set<Draft>;
}

/**
 * Orders what goes so that everything goes before what it refers to, and that longer chains are begun first. A subject is one
 * request. Only where subjects refer to each other (one version this way, another that way) their versions go one by one.
 *
 * @param references between what goes, and no others
 */
export function orderUnits(going: Going, references: readonly Reference[]): OrderedUnits {
  const { drafts, draftOf } = draftUnits(going, references);
  for (const { from, fromVersion, to, toVersion } of references) {
    const [one, other] = [draftOf(from, fromVersion), draftOf(to, toVersion)];
    if (one !== undefined && other !== undefined && one !== other) one.before.add(other);
  }
  const places = new Map(drafts.map((draft, place) => [draft, String(place)]));
  const { ordered, cycles } = orderByReference(
    drafts,
    (draft) => places.get(draft) ?? '',
    ({ before }) => [...before].map((other) => places.get(other) ?? ''),
  );
  const circles = cycles.map((group) => [...new Set(group.map(({ subject }) => subject))]);
  return { units: circles.length > 0 ? [] : numbered(byLength(ordered)), circles };
}

/** The longest chains first; what refers to something is always in a longer one. */
function byLength(ordered: readonly Draft[]): Draft[] {
  const lengths = new Map<Draft, number>();
  for (const draft of ordered) {
    let length = 0;
    for (const other of draft.before) length = Math.max(length, 1 + (lengths.get(other) ?? 0));
    lengths.set(draft, length);
  }
  const lengthOf = (draft: Draft): number => lengths.get(draft) ?? 0;
  return ordered.toSorted((one, other) => lengthOf(other) - lengthOf(one));
}

function numbered(drafts: readonly Draft[]): Unit[] {
  const after = new Map<Draft, number[]>(drafts.map((draft) => [draft, []]));
  for (const [place, { before }] of drafts.entries()) {
    for (const other of before) after.get(other)?.push(place);
  }
  return drafts.map((draft) => {
    const { subject, version } = draft;
    return { subject, ...(version !== undefined && { version }), after: after.get(draft) ?? [] };
  });
}

interface Drafts {
  readonly drafts: readonly Draft[];
  /** Which of them deletes a version. */
  draftOf(subject: string, version: number): Draft | undefined;
}

function draftUnits(going: Going, references: readonly Reference[]): Drafts {
  const wholes = new Map<string, Draft>();
  for (const subject of going.keys()) wholes.set(subject, { subject, before: new Set() });
  const single = new Map<string, Map<number, Draft>>();
  const targets = new Map<string, string[]>();
  for (const { from, to } of references) if (from !== to) into(targets, from, to);
  const { cycles } = orderByReference(
    [...going.keys()],
    (name) => name,
    (name) => targets.get(name) ?? [],
  );
  for (const group of cycles) {
    for (const { subject, version } of versionsOneByOne(new Set(group), going, references)) {
      const draft: Draft = { subject, version, before: new Set() };
      // What is left of a subject goes last.
      const whole = wholes.get(subject);
      if (whole) draft.before.add(whole);
      const drafts = single.get(subject) ?? new Map<number, Draft>();
      single.set(subject, drafts.set(version, draft));
    }
  }
  return {
    drafts: [...wholes.values(), ...[...single.values()].flatMap((each) => [...each.values()])],
    draftOf: (subject, version) => single.get(subject)?.get(version) ?? wholes.get(subject),
  };
}

interface VersionOf {
  readonly subject: string;
  readonly version: number;
}

/**
 * The versions of a group that are deleted by themselves: all but the last of each subject, and but those that refer to
 * themselves, which goes only with the whole subject.
 */
function versionsOneByOne(
  group: ReadonlySet<string>,
  going: Going,
  references: readonly Reference[],
): VersionOf[] {
  const inGroup = references.filter(({ from, to }) => group.has(from) && group.has(to));
  const targets = new Map<string, string[]>();
  const withItself = new Set<string>();
  for (const { from, fromVersion, to, toVersion } of inGroup) {
    const [one, other] = [keyOf(from, fromVersion), keyOf(to, toVersion)];
    into(targets, one, other);
    if (one === other) withItself.add(one);
  }
  const versions = [...group].flatMap((subject) =>
    (going.get(subject) ?? []).map((version) => ({ subject, version })),
  );
  const key = ({ subject, version }: VersionOf): string => keyOf(subject, version);
  const { ordered, cycles } = orderByReference(versions, key, (one) => targets.get(key(one)) ?? []);
  for (const circle of cycles) for (const one of circle) withItself.add(key(one));
  const last = new Map<string, VersionOf>();
  for (const one of ordered.toReversed()) last.set(one.subject, one);
  return ordered.filter((one) => last.get(one.subject) !== one && !withItself.has(key(one)));
}

function keyOf(subject: string, version: number): string {
  return `${version} ${subject}`;
}

function into(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
