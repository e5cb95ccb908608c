import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtoOneof } from '../../protobuf/model.ts';

/**
 * For each newer oneof the older one that it continues: of the same name, or else the one that most
 * of its fields come from.
 *
 * @param earlier for each newer field the older one that it continues
 */
export function matchOneofs(
  before: readonly ProtoOneof[],
  after: readonly ProtoOneof[],
  earlier: ReadonlyMap<FieldPlace, FieldPlace>,
): Map<ProtoOneof, ProtoOneof> {
  const matches = new Map<ProtoOneof, ProtoOneof>();
  const byName = new Map(before.map((oneof) => [oneof.name, oneof]));
  const taken = new Set<ProtoOneof>();
  const tie = (old: ProtoOneof | undefined, next: ProtoOneof): void => {
    if (old === undefined || taken.has(old) || matches.has(next)) return;
    matches.set(next, old);
    taken.add(old);
  };
  for (const next of after) tie(byName.get(next.name), next);

  const shared = new Map<ProtoOneof, Map<ProtoOneof, number>>();
  for (const [field, old] of earlier) {
    const [next, was] = [field.member.oneof, old.member.oneof];
    if (next === undefined || was === undefined || matches.has(next) || taken.has(was)) continue;
    const counts = shared.get(next) ?? new Map<ProtoOneof, number>();
    shared.set(next, counts.set(was, (counts.get(was) ?? 0) + 1));
  }
  for (const [next, counts] of shared) {
    const size = next.fields.length + next.groups.length;
    for (const [old, count] of counts) if (count * 2 >= size) tie(old, next);
  }
  return matches;
}
