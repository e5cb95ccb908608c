import { isValidSubjectName } from '@srkit/registry-protocol';
import { rejection } from '../http/rejection.ts';
import { tagSchemaRequest } from '../http/request-shapes.ts';
import { keepRules, type SentTagRequest, tagSchema } from '../rules/tag-schema.ts';
import type { Handler } from './call.ts';
import { orderMetadata } from './order-metadata.ts';
import { pathSubject, pathVersion } from './path-version.ts';
import { requestedVersion, showRegistered } from './versions.ts';

/** POST /subjects/{subject}/versions/{version}/tags */
export const tagVersion: Handler = (call) => {
  // The shape that it was bound to has exactly these fields and types.
  const sent = call.body(tagSchemaRequest, 'modifyTags.request') as SentTagRequest;
  const { registry } = call;
  const subject = pathSubject(call);
  if (!isValidSubjectName(subject)) throw rejection(42208, subject);
  pathVersion(call);
  const request = keepRules(registry, sent);
  const record = requestedVersion(call, { deleted: false });
  const metadata = request.metadata ? orderMetadata(request.metadata) : null;
  return showRegistered(call, tagSchema(registry, subject, record, { ...request, metadata }));
};
