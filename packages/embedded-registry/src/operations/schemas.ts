import { parseQualifiedName } from '@srkit/registry-protocol';
import { withoutEmpty, writeJson } from '../http/answer.ts';
import { flag, integer, page } from '../http/paging.ts';
import { internalError, rejection, schemaNotFound } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { placeOfId, recordOfGuid, usesOfContent } from '../rules/id-lookups.ts';
import { ruleLists } from '../rules/rule-sets/sent-rule-set.ts';
import { chooseVersions, subjectsWithPrefix } from '../rules/subject-lookups.ts';
import type { SchemaRecord } from '../state/records.ts';
import {
  type AssociationQuestion,
  findAsked,
  readAssociationQuestion,
} from './associations/asked-of-schemas.ts';
import { showAssociation } from './associations/show-associations.ts';
import type { Call, Handler } from './call.ts';
import { showContent, showVersion, textOf } from './show-schema.ts';
import { showTags } from './show-tags.ts';

const pageLimit = 1000;
/** GET /schemas */
export const listSchemas: Handler = ({ registry, query }) => {
  const association = readAssociationQuestion(query);
  const aliases = flag(query, 'aliases') ? aliasesOf(registry) : undefined;
  const records = registry.answers.list(`schemas?${withoutPage(query)}`, () =>
    recordsOf(registry, query, association),
  );
  return {
    json: page(records, query, pageLimit).map((record) => ({
      ...showVersion(registry, record, new URLSearchParams()),
      ...withoutEmpty({
        aliases: aliases?.get(record.subject),
        associations:
          association && findAsked(registry, record.subject, association)?.map(showAssociation),
      }),
    })),
  };
};

/** All versions that are asked for, whatever page of them is. */
function recordsOf(
  registry: Registry,
  query: URLSearchParams,
  association: AssociationQuestion | undefined,
): SchemaRecord[] {
  const deleted = flag(query, 'deleted');
  const latestOnly = flag(query, 'latestOnly');
  const ruleType = query.get('ruleType');
  return subjectsWithPrefix(registry, query.get('subjectPrefix') ?? '').flatMap((subject) => {
    if (association && !findAsked(registry, subject, association)) return [];
    const versions = chooseVersions(registry.store.versions(subject), { deleted });
    const chosen = latestOnly ? versions.slice(-1) : versions;
    return ruleType ? chosen.filter((record) => hasRuleOfType(record, ruleType)) : chosen;
  });
}

function hasRuleOfType({ ruleSet }: SchemaRecord, ruleType: string): boolean {
  return ruleLists.some((list) => ruleSet?.[list]?.some(({ type }) => type === ruleType));
}

function withoutPage(query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  rest.delete('offset');
  rest.delete('limit');
  return rest.toString();
}

/** GET /schemas/types, in the order in which the real registry answers. */
export const listSchemaTypes: Handler = () => ({ json: ['JSON', 'PROTOBUF', 'AVRO'] });

/** GET /schemas/ids/{id} */
export const getSchemaById: Handler = (call) => {
  const { registry, query } = call;
  const record = recordOfId(call);
  if (!record) throw rejection(40403, call.parameters['id'] ?? '');
  const show = () => writeJson(showSchema(registry, record, query));
  return { text: query.size === 0 ? registry.answers.ofVersion(record, 'by id', show) : show() };
};

function showSchema(
  registry: Registry,
  record: SchemaRecord,
  query: URLSearchParams,
): Record<string, unknown> {
  const { subject, version, ts, deleted } = record;
  const { context } = parseQualifiedName(subject);
  return {
    subject,
    version,
    ...showContent(registry, record, query),
    ...(flag(query, 'fetchMaxId') && { maxId: registry.store.maxId(context) }),
    ...showTags(registry, record, query),
    ts,
    deleted,
  };
}

/** GET /schemas/ids/{id}/schema; an unknown id fails, as it does in the real registry. */
export const getSchemaTextById: Handler = (call) => {
  const record = recordOfId(call);
  if (!record) throw internalError();
  return { text: textOf(call.registry, record, call.query) };
};

/** GET /schemas/ids/{id}/subjects */
export const listSubjectsById: Handler = (call) => ({
  json: page(
    usesOfId(call).map(({ subject }) => subject),
    call.query,
  ),
});

/** GET /schemas/ids/{id}/versions */
export const listVersionsById: Handler = (call) => ({ json: page(usesOfId(call), call.query) });

/** GET /schemas/guids/{guid} */
export const getSchemaByGuid: Handler = ({ registry, parameters, query }) => {
  const guid = parameters['guid'] ?? '';
  const record = recordOfGuid(registry, guid);
  if (!record) throw rejection(40403, guid);
  const { ts, deleted } = record;
  return { json: { ...showContent(registry, record, query), ts, deleted } };
};

/** GET /schemas/guids/{guid}/ids */
export const listIdsByGuid: Handler = ({ registry, parameters }) => ({
  json: ['.', ...registry.store.contexts.withPrefix('')].flatMap((context) => {
    const id = registry.store.idOfContent(context, parameters['guid'] ?? '');
    return id === undefined ? [] : [{ context, id }];
  }),
});

function recordOfId({ registry, parameters, query }: Call): SchemaRecord | undefined {
  const id = integer(parameters['id'] ?? '');
  const place = placeOfId(registry, id, query.get('subject') ?? '');
  if (!place) return undefined;
  const record = registry.store.version(place.subject, place.version);
  // An id whose version was overwritten and then deleted points nowhere; the real registry fails on it.
  if (!record) throw internalError();
  return record;
}

function usesOfId(call: Call) {
  const { registry, parameters, query } = call;
  const id = integer(parameters['id'] ?? '');
  const place = placeOfId(registry, id, query.get('subject') ?? '');
  const record = place && registry.store.version(place.subject, place.version);
  if (!record) throw schemaNotFound();
  return usesOfContent(registry, record, { deleted: flag(query, 'deleted') });
}

/** The names that stand for a subject, by subject. */
function aliasesOf(registry: Registry): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  for (const name of registry.store.settingsNames()) {
    const alias = registry.store.settings(name).config?.alias;
    if (alias) aliases.set(alias, [...(aliases.get(alias) ?? []), name].sort());
  }
  return aliases;
}
