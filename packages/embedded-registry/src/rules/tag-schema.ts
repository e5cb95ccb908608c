import type { Metadata } from '@srkit/registry-protocol';
import { rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { versionProperty } from '../state/content-key.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { SentTags } from './content.ts';
import { type Registered, registerSchema } from './register-schema.ts';
import { changeRules } from './rule-sets/change-rules.ts';
import { checkRuleSet } from './rule-sets/check-rule-set.ts';
import { readRuleSet } from './rule-sets/read-rule-set.ts';
import type { SentRuleSet } from './rule-sets/sent-rule-set.ts';
import { retag } from './sent-tags.ts';
import { findVersion } from './subject-lookups.ts';

/** A request for a version with other tags, as it is sent. */
export interface SentTagRequest {
  newVersion?: number | null;
  tagsToAdd?: readonly (SentTags | null)[] | null;
  tagsToRemove?: readonly (SentTags | null)[] | null;
  metadata?: Metadata | null;
  ruleSet?: SentRuleSet | null;
  rulesToMerge?: SentRuleSet | null;
  rulesToRemove?: readonly (string | null)[] | null;
}

/**
 * The rules that a request for tags brings: none in Community Edition, which drops them without a word.
 *
 * @throws Rejection 42210 for a whole rule set and changes to one, and for rules that are none
 */
export function keepRules(registry: Registry, request: SentTagRequest): SentTagRequest {
  if (registry.edition === 'community') {
    const { ruleSet, rulesToMerge, rulesToRemove, ...kept } = request;
    return kept;
  }
  if (request.ruleSet && changesRules(request))
    throw rejectionWith(
      42210,
      'ruleSet should be omitted if specifying rulesToMerge or rulesToRemove',
    );
  checkRuleSet(registry, request.ruleSet);
  checkRuleSet(registry, request.rulesToMerge);
  return request;
}

/**
 * Registers a version again with other tags in its text. The number of the new version is kept in its metadata.
 *
 * @param record the version whose text is taken; it may be of the same subject in another context
 * @throws Rejection 42201, 42205, 42208, 42210, 409xx
 */
export function tagSchema(
  registry: Registry,
  subject: string,
  record: SchemaRecord,
  request: SentTagRequest,
): Registered {
  const { tagsToAdd: add, tagsToRemove: remove } = request;
  const { schemaType, references } = record;
  const version = request.newVersion ?? 0;
  const metadata = request.metadata ?? record.metadata;
  const sent = {
    schema: retag(registry.schemas.parsed(record), { add, remove }),
    schemaType,
    references,
    metadata: {
      ...metadata,
      properties: { ...metadata?.properties, [versionProperty]: String(version) },
    },
    ruleSet: ruleSetFor(registry, subject, request),
    version,
  };
  return registerSchema(registry, subject, sent, { normalize: false });
}

function changesRules({ rulesToMerge, rulesToRemove }: SentTagRequest): boolean {
  return Boolean(rulesToMerge) || Boolean(rulesToRemove?.length);
}

/** What is sent, or the rules of the version before the new one with the changes; null where it says nothing of rules. */
function ruleSetFor(
  registry: Registry,
  subject: string,
  request: SentTagRequest,
): SentRuleSet | null {
  if (!changesRules(request)) return request.ruleSet ?? null;
  const { newVersion, rulesToMerge, rulesToRemove } = request;
  const before = newVersion === undefined || newVersion === null ? 'latest' : newVersion - 1;
  const selector = before === 'latest' ? before : Math.max(before, 1);
  const previous = findVersion(registry, subject, selector, { deleted: false });
  const merge = readRuleSet(registry, rulesToMerge);
  return changeRules(previous?.ruleSet ?? null, { merge, remove: rulesToRemove ?? [] });
}
