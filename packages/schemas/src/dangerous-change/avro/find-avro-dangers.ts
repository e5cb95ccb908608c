import { isNamed } from '../../avro/model.ts';
import { groupBy } from '../../group-by.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import type { AvroChange } from '../../structural-difference/avro/avro-change.ts';
import { compareAvro } from '../../structural-difference/avro/compare-avro.ts';
import type { DangerousChange } from '../dangerous-change.ts';
import type { ChangeContext } from './avro-danger-rule.ts';
import { rulesByKind } from './avro-danger-rules.ts';
import { findLookalikes } from './find-lookalikes.ts';

/** Changes of an Avro schema that a registry takes although they harm. */
export function findAvroDangers(before: AvroSchema, after: AvroSchema): DangerousChange[] {
  const changes = compareAvro(before, after);
  const lookalikes = findLookalikes(changes);
  const moved = changes.filter(({ kind }) => kind === 'namespace_changed');
  const moves = groupBy(moved, namespaceMove);
  const context: ChangeContext = {
    becameOf: (removed) => lookalikes.get(removed),
    sameMoves(change) {
      const same = moves.get(namespaceMove(change)) ?? [];
      return same[0] === change ? same : [];
    },
  };
  return changes.flatMap((change) =>
    (rulesByKind.get(change.kind) ?? []).flatMap(({ id, severity, judge }) => {
      const danger = judge(change, context);
      if (danger === undefined || danger.acceptedAt.length === 0) return [];
      return [{ rule: id, severity, path: change.path, ...danger }];
    }),
  );
}

/** Both namespaces of a type that moved. */
function namespaceMove({ was, is }: AvroChange): string {
  if (!was.type || !is.type || !isNamed(was.type) || !isNamed(is.type)) return '';
  return `${was.type.name.namespace ?? ''} ${is.type.name.namespace ?? ''}`;
}
