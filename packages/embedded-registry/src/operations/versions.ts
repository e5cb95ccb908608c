import { isValidSubjectName } from '@srkit/registry-protocol';
import { type Answer, writeJson } from '../http/answer.ts';
import { flag, page } from '../http/paging.ts';
import { rejection } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { deleteVersion } from '../rules/delete-versions.ts';
import { referringIds } from '../rules/references.ts';
import { type Registered, registerSchema } from '../rules/register-schema.ts';
import { withSentTags } from '../rules/sent-tags.ts';
import {
  candidateSubjects,
  type DeletedFilter,
  findVersion,
  hasSubject,
  listedVersions,
} from '../rules/subject-lookups.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Call, Handler } from './call.ts';
import { pathSubject, pathVersion } from './path-version.ts';
import { sentSchema } from './sent-schema.ts';
import { type ShownContent, showContent, showVersion, textOf } from './show-schema.ts';
import { showTags } from './show-tags.ts';

/** GET /subjects/{subject}/versions */
export const listVersions: Handler = (call) => {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const onlyDeleted = flag(query, 'deletedOnly');
  const negative = flag(query, 'deletedAsNegative');
  const deleted = flag(query, 'deleted') || negative;
  const found = hasSubject(registry, subject, { deleted: deleted || onlyDeleted });
  if (!found) throw rejection(40401, subject);
  const numbers = listedVersions(registry, subject, { deleted: deleted || onlyDeleted })
    .filter((record) => !onlyDeleted || record.deleted)
    .map((record) => (negative && record.deleted ? -record.version : record.version));
  return { json: page(numbers, query) };
};

/** POST /subjects/{subject}/versions */
export const register: Handler = (call) => {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const sent = sentSchema(call, 'register.request');
  if (!isValidSubjectName(subject)) throw rejection(42208, subject);
  const registered = registerSchema(registry, subject, withSentTags(registry, subject, sent), {
    normalize: flag(query, 'normalize'),
    propagateTags: sent.propagateSchemaTags === true,
  });
  return showRegistered(call, registered);
};

/** What a registration answers. */
export function showRegistered(
  { registry, query }: Call,
  { record, stored, isNew }: Registered,
): Answer {
  const show = () => writeRegistered(record, showContent(registry, record, query), stored);
  // What was registered once more will be again; most versions are registered only once.
  const isRemembered = query.size === 0 && !stored && !isNew;
  return { text: isRemembered ? registry.answers.ofVersion(record, 'registered', show) : show() };
}

/** Field by field, as this is written more often than anything else. */
function writeRegistered(
  { id, version, ts, deleted }: SchemaRecord,
  { guid, schemaType, references, metadata, ruleSet, schema }: ShownContent,
  stored: boolean,
): string {
  return writeJson({
    id,
    version,
    guid,
    schemaType,
    references,
    metadata,
    ruleSet,
    schema,
    ts: stored ? ts : undefined,
    deleted: stored ? deleted : undefined,
  });
}

/** GET /subjects/{subject}/versions/{version} */
export const getVersion: Handler = (call) => {
  const { registry, query } = call;
  const record = requestedVersion(call);
  return {
    json: { ...showVersion(registry, record, query), ...showTags(registry, record, query) },
  };
};

/** GET /subjects/{subject}/versions/{version}/schema */
export const getSchemaText: Handler = (call) => ({
  text: textOf(call.registry, requestedVersion(call), call.query),
});

/** GET /subjects/{subject}/versions/{version}/referencedby */
export const listReferencedBy: Handler = (call) => {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const selector = pathVersion(call);
  const record = findVersion(registry, subject, selector, { deleted: true });
  if (!record) throw missingVersion(registry, subject, selector, true);
  const ids = referringIds(registry, subject, record.version, { deleted: flag(query, 'deleted') });
  return {
    json: page(
      ids.map(({ id }) => id),
      query,
      1000,
    ),
  };
};

/** DELETE /subjects/{subject}/versions/{version} */
export const removeVersion: Handler = (call) => {
  const selector = pathVersion(call);
  return {
    json: deleteVersion(call.registry, pathSubject(call), selector, flag(call.query, 'permanent')),
  };
};

/** The version that the path names; an unqualified subject is looked for in every context. */
export function requestedVersion(
  call: Call,
  { deleted }: DeletedFilter = { deleted: flag(call.query, 'deleted') },
): SchemaRecord {
  const { registry } = call;
  const subject = pathSubject(call);
  const selector = pathVersion(call);
  for (const candidate of candidateSubjects(registry, subject)) {
    const record = findVersion(registry, candidate, selector, { deleted });
    if (record) return record;
  }
  throw missingVersion(registry, subject, selector, deleted);
}

function missingVersion(
  registry: Registry,
  subject: string,
  selector: number | 'latest',
  deleted: boolean,
) {
  return hasSubject(registry, subject, { deleted })
    ? rejection(40402, selector === 'latest' ? -1 : selector)
    : rejection(40401, subject);
}
