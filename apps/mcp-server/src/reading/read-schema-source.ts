import type { RegisterSchemaRequest, SchemaReference } from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';
import type { Services } from '../tools/define-tool.ts';
import { readVersion } from './read-version.ts';

/** How a call gives a schema: as a text, or by naming one that is registered. */
export interface SchemaSource {
  schema?: string | undefined;
  schema_type?: 'AVRO' | 'JSON' | 'PROTOBUF' | undefined;
  references?: readonly SchemaReference[] | undefined;
  from?:
    | {
        registry?: string | undefined;
        context?: string | undefined;
        subject: string;
        version?: string | undefined;
      }
    | undefined;
}

/**
 * Reads the schema that a call gives, so that one that is registered needs not be repeated.
 *
 * @throws ToolError `invalid_arguments` unless it is given in exactly one way
 */
export async function readSchemaSource(
  { schema, schema_type: schemaType, references, from }: SchemaSource,
  at: Services['at'],
  { signal }: { signal: AbortSignal },
): Promise<RegisterSchemaRequest> {
  if ((schema === undefined) === (from === undefined)) {
    throw new ToolError(
      'invalid_arguments',
      "Give the schema in one way: its text in 'schema', or where it is registered in 'from'.",
    );
  }
  if (from === undefined) {
    return {
      ...(schema !== undefined && { schema }),
      ...(schemaType && { schemaType }),
      ...(references && { references: [...references] }),
    };
  }
  if (schemaType !== undefined || references !== undefined) {
    throw new ToolError(
      'invalid_arguments',
      "With 'from', schema_type and references come from there: leave them out.",
    );
  }
  const { client, subject } = at(from);
  const source = await client.versions.get(subject, readVersion(from.version), { signal });
  return {
    schema: source.schema,
    ...(source.schemaType && { schemaType: source.schemaType }),
    ...(source.references && { references: source.references }),
    ...(source.metadata && { metadata: source.metadata }),
    ...(source.ruleSet && { ruleSet: source.ruleSet }),
  };
}
