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
 * @throws Rejection 42201 for schemas too large to compare
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
  const group = config.compatibilityGroup;
  // A copy of all versions is only made where some of them do not count.
  const comparable = group ? sameCompatibilityGroup(previous, metadata, group) : previous;
  const relevant = level.endsWith('_TRANSITIVE') ? comparable : comparable.slice(-1);
  const versions = relevant.map((record) => ({
    version: record.version,
    schema: registry.schemas.parsed(record),
    metadata: record.metadata,
  }));
  const validateFields = config.validateFields === true;
  const policy = config.compatibilityPolicy === 'LENIENT' ? 'LENIENT' : 'STRICT';
  const options = { validateFields, policy, metadata } as const;
  try {
    return checkCompatibility(content.parsed, versions, level, options).messages;
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    throw rejectionWith(42201, error.message);
  }
}
