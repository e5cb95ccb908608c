import type { Bound } from '../../http/body-shape.ts';
import { createKekRequest, updateKekRequest } from '../../http/dek-shapes.ts';
import { flag, page } from '../../http/paging.ts';
import { findKek, kekNames } from '../../rules/dek-registry/find-keys.ts';
import {
  createKek,
  deleteKek,
  type KekChange,
  type SentKek,
  testKek,
  undeleteKek,
  updateKek,
} from '../../rules/dek-registry/keks.ts';
import type { KekRecord } from '../../state/key-records.ts';
import type { Call, Handler } from '../call.ts';

/** GET /dek-registry/v1/keks */
export const listKeks: Handler = ({ registry, query }) => {
  const prefixes = query.getAll('subjectPrefix');
  return { json: page(kekNames(registry, prefixes, { deleted: flag(query, 'deleted') }), query) };
};

/** POST /dek-registry/v1/keks */
export const postKek: Handler = (call) => {
  const { registry, query } = call;
  const sent = sentKek(call.body(createKekRequest, 'createKek.request'));
  return show(createKek(registry, sent, { testSharing: flag(query, 'testSharing') }));
};

/** GET /dek-registry/v1/keks/{kek} */
export const getKek: Handler = (call) =>
  show(findKek(call.registry, kekName(call), { deleted: flag(call.query, 'deleted') }));

/** PUT /dek-registry/v1/keks/{kek} */
export const putKek: Handler = (call) => {
  const { registry, query } = call;
  // The shape that the body was bound to has exactly the fields and types of a change.
  const change = call.body(updateKekRequest, 'putKek.request') as KekChange;
  return show(
    updateKek(registry, kekName(call), change, { testSharing: flag(query, 'testSharing') }),
  );
};

/** DELETE /dek-registry/v1/keks/{kek} */
export const removeKek: Handler = (call) => {
  deleteKek(call.registry, kekName(call), flag(call.query, 'permanent'));
  return { status: 204, text: '' };
};

/** POST /dek-registry/v1/keks/{kek}/undelete */
export const restoreKek: Handler = (call) => {
  undeleteKek(call.registry, kekName(call));
  return { status: 204, text: '' };
};

/** POST /dek-registry/v1/keks/{kek}/test */
export const tryKek: Handler = (call) => show(testKek(call.registry, kekName(call)));

/** The path's key encryption key. */
export function kekName({ parameters }: Call): string {
  return parameters['kek'] ?? '';
}

function sentKek(body: { [field: string]: Bound }): SentKek {
  const text = (field: string) => (body[field] as string | null | undefined) ?? null;
  return {
    name: text('name'),
    kmsType: text('kmsType'),
    kmsKeyId: text('kmsKeyId'),
    kmsProps: (body['kmsProps'] as SentKek['kmsProps'] | undefined) ?? null,
    doc: text('doc'),
    shared: body['shared'] === true,
    deleted: body['deleted'] === true,
  };
}

/** Empty texts and no properties at all are shown; `deleted` only where it is true. */
function show({ name, kmsType, kmsKeyId, kmsProps, doc, shared, ts, deleted }: KekRecord) {
  return {
    json: {
      name,
      kmsType,
      kmsKeyId,
      kmsProps,
      ...(doc !== null && { doc }),
      shared,
      ts,
      ...(deleted && { deleted }),
    },
    keepEmpty: true,
  };
}
