import type { Operation } from '@srkit/registry-protocol';
import type { Feature, Features } from './features.ts';

type Parameters = Readonly<Record<string, Feature>>;

/** Query parameters that older releases ignore, whatever takes them. */
const parametersSince: Parameters = {
  normalize: 'normalizeParameter',
  deletedOnly: 'deletedOnly',
  deletedAsNegative: 'deletedAsNegative',
  ruleType: 'ruleType',
  aliases: 'listAliases',
  findTags: 'findTags',
  referenceFormat: 'referenceFormat',
  recursive: 'deleteModeRecursively',
  contextPrefix: 'contextPrefix',
  rewrap: 'dekRewrap',
  resourceType: 'associations',
  associationType: 'associations',
  lifecycle: 'associations',
};

/** Those that older releases ignore here, and know elsewhere. */
const parametersOfOperations: Partial<Record<Operation, Parameters>> = {
  listSubjects: { offset: 'pagesOfSubjects', limit: 'pagesOfSubjects' },
  listContexts: { offset: 'pagesOfContexts', limit: 'pagesOfContexts' },
};

/**
 * Prepares the query of an operation: what a release does not know is left out.
 *
 * @returns undefined where it knows everything
 */
export function knownParameters(
  features: Features,
  operation: Operation,
): ((query: URLSearchParams) => URLSearchParams) | undefined {
  const since = { ...parametersSince, ...parametersOfOperations[operation] };
  const unknown = Object.entries(since).flatMap(([name, feature]) =>
    features[feature] ? [] : [name],
  );
  if (unknown.length === 0) return undefined;
  return (query) => {
    if (!unknown.some((name) => query.has(name))) return query;
    const known = new URLSearchParams(query);
    for (const name of unknown) known.delete(name);
    return known;
  };
}
