import { checkCompatibility, isSchemaError } from '@srkit/schemas';
import { rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Content } from './content.ts';
import type { EffectiveConfig } from './effective-config.ts';

/**
 * Says why a schema is not compatible with earlier versions, in the registry's words; nothing when it is.
 *
 * @param previous live versions, ascending
 * @throws Rejection 501 for a type whose compatibility cannot be decided yet
 */
export function incompatibilities(
  registry: Registry,
  config: EffectiveConfig,
  content: Content,
  previous: readonly SchemaRecord[],
): string[] {
  const level = config.compatibility;
  if (level === 'NONE') return [];
  const group = config.compatibilityGroup;
  const comparable = group
    ? previous.filter(
        (record) => record.metadata?.properties?.[group] === content.metadata?.properties?.[group],
      )
    : previous;
  const wanted = level.endsWith('_TRANSITIVE') ? comparable : comparable.slice(-1);
  // Nothing has to be compared with itself.
  const different = wanted.filter((record) => !isSame(content, record));
  if (different.length === 0) return [];
  try {
    return checkCompatibility(
      content.parsed,
      different.map((record) => ({ version: record.version, schema: registry.parsed(record) })),
      level,
    ).messages;
  } catch (error) {
    if (!isSchemaError(error, 'not_supported')) throw error;
    throw rejectionWith(
      501,
      `The compatibility of ${content.schemaType} schemas cannot be checked yet. Set the subject's level to NONE to register without a check.`,
    );
  }
}

function isSame(content: Content, record: SchemaRecord): boolean {
  const { schemaType, schema, references } = content;
  return (
    schemaType === record.schemaType &&
    schema === record.schema &&
    JSON.stringify(references) === JSON.stringify(record.references)
  );
}
