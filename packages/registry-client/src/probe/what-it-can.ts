import type { RegistryVendor, ServerAbilities, ServerFindings } from './server-facts.ts';

/** Tells what a registry can: by what it answered where that shows it, otherwise by who made it. */
export function whatItCan(
  found: ServerFindings,
  vendor: RegistryVendor,
  version: string | undefined,
): ServerAbilities {
  const { contexts, schemas, guidIds } = found;
  const isConfluent = vendor === 'confluent' || vendor === 'confluent-cloud';
  // Apicurio answers with a name that is no context of its own.
  const hasContexts = Array.isArray(contexts) && contexts.includes('.');
  const listed: unknown[] | undefined = Array.isArray(schemas) ? schemas : undefined;
  const first: unknown = listed?.[0];
  return {
    contexts: hasContexts,
    bulkRead: listed !== undefined && (first === undefined ? isConfluent : isWhole(first)),
    paging: listed !== undefined && listed.length <= 1 && (listed.length === 1 || isConfluent),
    guid: Array.isArray(guidIds),
    import: isConfluent || vendor === 'axonops',
    force: isConfluent,
    deleteContext: vendor === 'confluent-cloud' || (isConfluent && isFrom(version, [8, 0, 1])),
  };
}

/** The number of the error for an incompatible schema, which changed with a patch. */
export function incompatibleNumber(
  vendor: RegistryVendor,
  version: string | undefined,
): 409 | 40901 | undefined {
  if (vendor === 'confluent-cloud' || vendor === 'unknown') return undefined;
  if (vendor !== 'confluent') return 409;
  const numbers = numbersOf(version);
  if (numbers === undefined) return undefined;
  const [major = 0, minor = 0, patch = 0] = numbers;
  if (major !== 8) return major > 8 ? 40901 : 409;
  if (minor === 0) return patch >= 4 ? 40901 : 409;
  if (minor === 1) return patch >= 2 ? 40901 : 409;
  return 40901;
}

function isWhole(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    ['subject', 'version', 'id', 'schema'].every((key) => key in schema)
  );
}

function isFrom(version: string | undefined, least: readonly number[]): boolean {
  const numbers = numbersOf(version);
  if (numbers === undefined) return false;
  for (const [index, wanted] of least.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== wanted) return number > wanted;
  }
  return true;
}

function numbersOf(version: string | undefined): number[] | undefined {
  const written = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version ?? '');
  return written?.slice(1).map((part) => Number(part ?? 0));
}
