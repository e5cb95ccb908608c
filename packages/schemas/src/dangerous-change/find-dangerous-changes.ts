import { isNamed } from '../avro/model.ts';
import { requireAvro } from '../field-walk/require-avro.ts';
import { groupBy } from '../group-by.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import type { AvroChange } from '../structural-difference/avro-change.ts';
import { compareAvro } from '../structural-difference/compare-avro.ts';
import { rulesByKind } from './danger-rules.ts';
import type { ChangeContext, DangerousChange } from './dangerous-change.ts';
import { findLookalikes } from './find-lookalikes.ts';

/**
 * Changes that a registry takes although they corrupt data, lose it, or block a later change. Each is
 * judged alone: whether the schema as a whole is compatible is for `checkCompatibility` to say, and
 * `acceptedAt` tells at which levels this change would be.
 *
 * @returns in the order of {@link diffSchemas}, whose paths these are
 * @throws SchemaError `not_supported` for JSON Schema and Protobuf
 */
export function findDangerousChanges(before: ParsedSchema, after: ParsedSchema): DangerousChange[] {
  const question = 'Dangerous changes';
  const changes = compareAvro(requireAvro(before, question), requireAvro(after, question));
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
