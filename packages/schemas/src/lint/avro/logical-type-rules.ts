import { LOGICAL_TYPE_NAMES } from '../../avro/logical-type.ts';
import type { AvroFixed, AvroPrimitive } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import type { ValuePlace } from '../../field-walk/avro/outline-avro.ts';
import { withoutNull } from '../../field-walk/avro/type-in-words.ts';
import {
  canHaveLogicalType,
  writtenLogicalType,
} from '../../field-walk/avro/written-logical-type.ts';
import { editDistance } from '../../name-words.ts';
import type { AvroLintRule, LintedAvro } from './avro-lint-rule.ts';
import { suggestJson, writtenObject, writtenType } from './write-avro.ts';

/** A known logical type as it is written on the type that it needs. */
const WRITTEN: Readonly<Record<string, string>> = {
  decimal: '{"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}',
  uuid: '{"type": "string", "logicalType": "uuid"}',
  duration: '{"type": "fixed", "name": "Duration", "size": 12, "logicalType": "duration"}',
  date: '{"type": "int", "logicalType": "date"}',
  'time-millis': '{"type": "int", "logicalType": "time-millis"}',
  'big-decimal': '{"type": "bytes", "logicalType": "big-decimal"}',
};

/** Logical types that are written but do nothing. */
export const logicalTypeRules: readonly AvroLintRule[] = [
  {
    id: 'logical-type-on-field',
    group: 'logical-types',
    severity: 'warning',
    summary: 'A logical type stands within the type, not beside it on the field.',
    *check({ outline }) {
      for (const { path, field } of outline.fields) {
        const { properties } = field;
        const logicalType = properties.get('logicalType');
        if (logicalType === undefined) continue;
        const type = withoutNull(field.type);
        const [precision, scale] = [properties.get('precision'), properties.get('scale')];
        const base = canHaveLogicalType(type) && !isNamed(type) ? writtenType(type) : '…';
        const inner = writtenObject({
          ...(typeof base === 'string' ? { type: base } : {}),
          logicalType,
          precision,
          scale,
        });
        const name = typeof logicalType === 'string' ? logicalType : 'one';
        yield {
          path,
          message: `The logical type ${name} is written on the field '${field.name}', where Avro ignores it.`,
          suggestion: `"type": ${suggestJson(inner) ?? '{"type": …, "logicalType": …}'}`,
        };
      }
    },
  },
  {
    id: 'decimal-incomplete',
    group: 'logical-types',
    severity: 'error',
    summary: 'A decimal has a precision that fits, and a scale that is not greater.',
    *check(linted) {
      for (const { path, type } of typesOf(linted)) {
        const written = writtenLogicalType(type);
        if (written?.name !== 'decimal' || written.understood) continue;
        if (type.type !== 'bytes' && type.type !== 'fixed') continue;
        const { precision, scale = 0 } = written;
        const fault =
          precision === undefined
            ? 'has no precision'
            : scale > precision
              ? `has the scale ${scale}, more than its precision ${precision}`
              : `has the precision ${precision} and scale ${scale}, which do not fit its ${type.type}`;
        yield {
          path,
          message: `The decimal ${fault}: Avro ignores it, and readers get bare bytes.`,
          suggestion: `"logicalType": "decimal", "precision": ${Math.max(precision ?? 12, scale)}, "scale": ${scale}`,
        };
      }
    },
  },
  {
    id: 'logical-type-unfit',
    group: 'logical-types',
    severity: 'warning',
    summary: 'A logical type stands on the type that it needs.',
    *check(linted) {
      for (const { path, type } of typesOf(linted)) {
        const written = writtenLogicalType(type);
        if (written === undefined || written.understood) continue;
        if (!LOGICAL_TYPE_NAMES.includes(written.name)) continue;
        const decimal = written.name === 'decimal' && ['bytes', 'fixed'].includes(type.type);
        if (decimal) continue;
        yield {
          path,
          message: `The logical type ${written.name} does not go with ${type.type}: Avro ignores it.`,
          suggestion: WRITTEN[written.name] ?? `{"type": "long", "logicalType": "${written.name}"}`,
        };
      }
    },
  },
  {
    id: 'logical-type-unknown',
    group: 'logical-types',
    severity: 'info',
    summary: 'A logical type is one that Avro knows.',
    *check(linted) {
      for (const { path, type } of typesOf(linted)) {
        const name = writtenLogicalType(type)?.name;
        if (name === undefined || LOGICAL_TYPE_NAMES.includes(name)) continue;
        const meant = LOGICAL_TYPE_NAMES.find(
          (known) => editDistance(known, name.toLowerCase().replaceAll('_', '-'), 2) <= 2,
        );
        yield {
          path,
          message: `Avro does not know the logical type '${name.slice(0, 80)}': readers get a plain ${type.type}, unless they bring a conversion for it.`,
          suggestion:
            meant === undefined
              ? `Document what it means, or use one of ${LOGICAL_TYPE_NAMES.join(', ')}.`
              : `"logicalType": "${meant}"`,
        };
      }
    },
  },
  {
    id: 'logical-type-not-a-name',
    group: 'logical-types',
    severity: 'warning',
    summary: 'A logical type is given by its name.',
    *check({ outline }) {
      for (const { path, type } of outline.values) {
        if (type.type === 'union' || isNamed(type)) continue;
        const written = type.properties.get('logicalType');
        if (written === undefined || typeof written === 'string') continue;
        yield {
          path,
          message: 'The logicalType is no text: Avro ignores it.',
          suggestion: '"logicalType": "timestamp-millis"',
        };
      }
    },
  },
];

/** The types that can have a logical type, a fixed only once. */
function* typesOf({
  outline,
}: LintedAvro): Iterable<ValuePlace & { type: AvroPrimitive | AvroFixed }> {
  for (const place of outline.values) {
    const { type, path } = place;
    if (!canHaveLogicalType(type)) continue;
    if (isNamed(type) && outline.types.get(type.name.fullName)?.path !== path) continue;
    yield { ...place, type };
  }
}
