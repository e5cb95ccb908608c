import { writeJson, writtenOnce } from '../http/answer.ts';
import { flag, page } from '../http/paging.ts';
import { rejection, schemaNotFound } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { deleteSubject } from '../rules/delete-versions.ts';
import { lookUpSchema } from '../rules/look-up-schema.ts';
import {
  candidateSubjects,
  chooseVersions,
  hasSubject,
  subjectsWithPrefix,
} from '../rules/subject-lookups.ts';
import type { Call, Handler } from './call.ts';
import { pathSubject } from './path-version.ts';
import { sentSchema } from './sent-schema.ts';
import { showContent, showVersion } from './show-schema.ts';

/** GET /subjects */
export const listSubjects: Handler = ({ registry, query }) =>
  registry.answers.list(`subjects?${query}`, () =>
    writtenOnce(writeJson(page(namesOf(registry, query), query))),
  );

function namesOf(registry: Registry, query: URLSearchParams): string[] {
  const everywhere = query.get('subjectPrefix') ?? ':*:';
  const onlyDeleted = flag(query, 'deletedOnly');
  const withDeleted = flag(query, 'deleted');
  return subjectsWithPrefix(registry, everywhere).filter((name) => {
    const live = registry.store.versions(name).live.length > 0;
    return onlyDeleted ? !live : live || withDeleted;
  });
}

/** POST /subjects/{subject} */
export const lookUp: Handler = (call) => {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const sent = sentSchema(call, 'lookUpSchemaUnderSubject.request');
  const deleted = flag(query, 'deleted');
  const normalize = flag(query, 'normalize');
  for (const candidate of candidateSubjects(registry, subject)) {
    if (candidate !== subject && !hasSubject(registry, candidate, { deleted })) continue;
    const found = lookUpSchema(registry, candidate, sent, { normalize, deleted });
    if (!found) continue;
    const { record, exact } = found;
    if (!exact) return { json: showVersion(registry, record, query) };
    const { version, id } = record;
    return {
      json: { subject: record.subject, version, id, ...showContent(registry, record, query) },
    };
  }
  throw hasSubject(registry, subject, { deleted }) ? schemaNotFound() : rejection(40401, subject);
};

/** GET /subjects/{subject}/metadata */
export const latestWithMetadata: Handler = (call) => {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const deleted = flag(query, 'deleted');
  const keys = query.getAll('key');
  const values = query.getAll('value');
  if (!hasSubject(registry, subject, { deleted })) throw rejection(40401, subject);
  const record = chooseVersions(registry.store.versions(subject), { deleted }).findLast((each) =>
    keys.every((key, index) => each.metadata?.properties?.[key] === values[index]),
  );
  if (!record) throw schemaNotFound();
  return { json: showVersion(registry, record, query) };
};

/** DELETE /subjects/{subject} */
export const removeSubject: Handler = (call: Call) => ({
  json: deleteSubject(call.registry, pathSubject(call), flag(call.query, 'permanent')),
});
