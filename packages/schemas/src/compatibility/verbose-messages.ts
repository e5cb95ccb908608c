import type { SchemaType } from '../parsed-schema.ts';
import type { CompatibilityLevel, Difference } from './difference.ts';
import { DIRECTIONS } from './difference.ts';

/** What was compared, for the messages about it. */
export interface ComparedVersions {
  /** Of the new schema. */
  schemaType: SchemaType;
  level: CompatibilityLevel;
  /** The earlier version that the differences are about; `text` as it is stored. */
  old: { version: number; text: string };
  /** What the subject's configuration says. @default false */
  validateFields?: boolean;
}

const LONGEST_OLD_SCHEMA = 10_240;

/**
 * Renders differences as the registry does for `verbose=true`, word for word: one message each, the
 * old schema where the last direction that was looked at fails, and what was asked for.
 *
 * @param differences all of one earlier version, in the order of `checkCompatibility`
 * @returns no messages where there are no differences
 */
export function renderVerboseMessages(
  differences: readonly Difference[],
  { schemaType, level, old, validateFields = false }: ComparedVersions,
): string[] {
  if (differences.length === 0) return [];
  const messages = differences.map((difference) => renderDifference(difference, schemaType));
  const last = DIRECTIONS[level].at(-1);
  if (differences.some((difference) => isOfSchemas(difference) && difference.direction === last)) {
    messages.push(`{oldSchemaVersion: ${old.version}}`, renderOldSchema(old.text));
  }
  messages.push(`{validateFields: '${validateFields}', compatibility: '${level}'}`);
  return messages;
}

/** Whether the schemas were compared at all, and not just their types or their metadata. */
function isOfSchemas({ type }: Difference): boolean {
  return type !== 'SCHEMA_TYPE' && !type.startsWith('RESERVED_FIELD_');
}

// Quotes stand as the registry sets them, in the description too.
function renderDifference(
  { type, message, additionalInfo }: Difference,
  schemaType: SchemaType,
): string {
  switch (type) {
    case 'SCHEMA_TYPE':
      return 'Incompatible because of different schema type';
    case 'AMBIGUOUS_FIELD':
      return `Unexpected exception during compatibility check: ${additionalInfo}`;
    case 'RESERVED_FIELD_REMOVED':
    case 'RESERVED_FIELD_USED':
      return message;
  }
  switch (schemaType) {
    case 'AVRO':
      return `{errorType:'${type}', description:'${message}', additionalInfo:'${additionalInfo}'}`;
    case 'JSON':
      return `{errorType:"${type}", description:"${message}'}`;
    case 'PROTOBUF':
      return `{errorType:"${type}", description:"${message}"}`;
  }
}

function renderOldSchema(text: string): string {
  if (text.length <= LONGEST_OLD_SCHEMA) return `{oldSchema: '${text}'}`;
  return `{oldSchema: <truncated> '${text.slice(0, LONGEST_OLD_SCHEMA)}...'}`;
}
