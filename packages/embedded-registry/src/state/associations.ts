import {
  type AssociationKey,
  type AssociationRecord,
  associationKey,
} from './association-record.ts';

/** The associations of a registry, with an index for each question that is asked of them. */
export interface Associations {
  readonly size: number;
  get(key: AssociationKey): AssociationRecord | undefined;
  hasSubject(subject: string): boolean;
  /** Those of a subject, in no order. */
  ofSubject(subject: string): Iterable<AssociationRecord>;
  /** Those of the resources with an id, in no order. */
  ofResourceId(resourceId: string): Iterable<AssociationRecord>;
  /**
   * Those of the resources with a name, in no order.
   *
   * @param namespace undefined for any
   * @param name undefined for any
   */
  ofResource(namespace: string | undefined, name: string | undefined): Iterable<AssociationRecord>;
}

/** Associations that can be changed. */
export interface ChangingAssociations extends Associations {
  /** Puts an association in place, or takes it away. */
  put(key: AssociationKey, record: AssociationRecord | null): void;
  clear(): void;
}

type Group = Map<string, AssociationRecord>;

const none: readonly never[] = [];

/** Creates an empty set of associations. */
export function createAssociations(): ChangingAssociations {
  const byKey: Group = new Map();
  const bySubject = new Map<string, Group>();
  const byResourceId = new Map<string, Group>();
  const byNamespace = new Map<string, Group>();
  const byName = new Map<string, Group>();
  const byBoth = new Map<string, Group>();

  function groupsOf(record: AssociationRecord): [Map<string, Group>, string][] {
    const { subject, resourceId, resourceNamespace, resourceName } = record;
    return [
      [bySubject, subject],
      [byResourceId, resourceId],
      [byNamespace, resourceNamespace],
      [byName, resourceName],
      [byBoth, bothOf(resourceNamespace, resourceName)],
    ];
  }

  function remove(key: string): void {
    const record = byKey.get(key);
    if (record === undefined) return;
    byKey.delete(key);
    for (const [groups, name] of groupsOf(record)) {
      const group = groups.get(name);
      group?.delete(key);
      if (group?.size === 0) groups.delete(name);
    }
  }

  function add(key: string, record: AssociationRecord): void {
    byKey.set(key, record);
    for (const [groups, name] of groupsOf(record)) {
      const group = groups.get(name) ?? new Map<string, AssociationRecord>();
      groups.set(name, group.set(key, record));
    }
  }

  return {
    get size() {
      return byKey.size;
    },
    get: (key) => byKey.get(associationKey(key)),
    hasSubject: (subject) => bySubject.has(subject),
    ofSubject: (subject) => bySubject.get(subject)?.values() ?? none,
    ofResourceId: (resourceId) => byResourceId.get(resourceId)?.values() ?? none,
    ofResource(namespace, name) {
      if (namespace === undefined && name === undefined) return byKey.values();
      if (namespace === undefined) return byName.get(name ?? '')?.values() ?? none;
      if (name === undefined) return byNamespace.get(namespace)?.values() ?? none;
      return byBoth.get(bothOf(namespace, name))?.values() ?? none;
    },
    put(key, record) {
      const text = associationKey(key);
      remove(text);
      if (record !== null) add(text, record);
    },
    clear() {
      for (const index of [byKey, bySubject, byResourceId, byNamespace, byName, byBoth])
        index.clear();
    },
  };
}

function bothOf(namespace: string, name: string): string {
  return JSON.stringify([namespace, name]);
}
