import { checkCompatibility, isSchemaError, sameCompatibilityGroup } from '@srkit/schemas';
import { rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Content } from './content.ts';
import type { EffectiveConfig } from './effective-config.ts';

/**
 * Says why a schema is not compatible with earlier versions, in the registry's words; nothing when it is.
 *
 * @param previous live versions, ascending
 * @throws Rejection 501 for a type whose compatibility cannot be decided yet, 42201 for schemas too large to compare
 */
export function incompatibilities(
  registry: Registry,
  config: EffectiveConfig,
  content: Content,
  previous: readonly SchemaRecord[],
): string[] {
  const level = config.compatibility;
  if (level === 'NONE') return [];
  const { metadata } = content;
  const comparable = sameCompatibilityGroup(previous, metadata, config.compatibilityGroup);
  const wanted = level.endsWith('_TRANSITIVE') ? comparable : comparable.slice(-1);
  // What cannot be compared yet can still be seen to be the same.
  const relevant =
    content.schemaType === 'AVRO' ? wanted : wanted.filter((record) => !isSame(content, record));
  const versions = relevant.map((record) => ({
    version: record.version,
    schema: registry.parsed(record),
    metadata: record.metadata,
  }));
  const validateFields = config.validateFields === true;
  try {
    return checkCompatibility(content.parsed, versions, level, { validateFields, metadata })
      .messages;
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    if (error.code !== 'not_supported') throw rejectionWith(42201, error.message);
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
