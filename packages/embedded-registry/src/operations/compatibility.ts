import { flag } from '../http/paging.ts';
import { Rejection, rejection, rejectionWith } from '../http/rejection.ts';
import { incompatibilities } from '../rules/compatibility.ts';
import { isBlank, readContent } from '../rules/content.ts';
import { effectiveConfig } from '../rules/effective-config.ts';
import { findVersion } from '../rules/subject-lookups.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { Call, Handler } from './call.ts';
import { pathSubject, pathVersion } from './path-version.ts';
import { sentSchema } from './sent-schema.ts';

/** POST /compatibility/subjects/{subject}/versions/{version} */
export const checkWithVersion: Handler = (call) => {
  const selector = pathVersion(call);
  return check(call, 'testCompatibilityBySubjectName.request', () => {
    const record = findVersion(call.registry, pathSubject(call), selector, { deleted: false });
    if (record) return [record];
    if (selector === 'latest') return [];
    throw rejection(40402, selector);
  });
};

/** POST /compatibility/subjects/{subject}/versions */
export const checkWithAll: Handler = (call) =>
  check(
    call,
    'testCompatibilityForSubject.request',
    () => call.registry.store.versions(pathSubject(call)).live,
  );

function check(call: Call, bodyName: string, previous: () => readonly SchemaRecord[]) {
  const { registry, query } = call;
  const subject = pathSubject(call);
  const verbose = flag(query, 'verbose');
  const sent = sentSchema(call, bodyName);
  const versions = previous();
  const config = effectiveConfig(registry, subject);
  const normalize = flag(query, 'normalize') || config.normalize === true;
  let messages: string[];
  try {
    if (isBlank(sent)) throw rejectionWith(42201, 'Empty schema');
    const content = readContent(registry, subject, sent, { isNew: true, normalize });
    messages = incompatibilities(registry, config, content, versions);
  } catch (error) {
    // Asked for reasons, the registry answers with an invalid schema's fault as the reason.
    if (!verbose || !(error instanceof Rejection) || error.number !== 42201) throw error;
    messages = [error.message];
  }
  const answer = { is_compatible: messages.length === 0 };
  return { json: verbose ? { ...answer, messages } : answer, keepEmpty: true };
}
