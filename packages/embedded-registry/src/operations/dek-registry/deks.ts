import { type DekAlgorithm, normalizeQualifiedName } from '@srkit/registry-protocol';
import { createDekRequest, dekAlgorithms } from '../../http/dek-shapes.ts';
import { flag, page } from '../../http/paging.ts';
import { notFound } from '../../http/rejection.ts';
import {
  createDek,
  deleteDeks,
  type OpenedDek,
  readDek,
  undeleteDeks,
} from '../../rules/dek-registry/deks.ts';
import { findKek, listedDeks } from '../../rules/dek-registry/find-keys.ts';
import type { DekSeries } from '../../state/key-records.ts';
import type { Call, Handler } from '../call.ts';
import { pathSubject, pathVersion } from '../path-version.ts';
import { kekName } from './keks.ts';

const defaultAlgorithm: DekAlgorithm = 'AES256_GCM';

/** GET /dek-registry/v1/keks/{kek}/deks */
export const listDekSubjects: Handler = (call) => {
  const { registry, query } = call;
  const deleted = flag(query, 'deleted');
  const { name } = findKek(registry, kekName(call), { deleted });
  return { json: page(registry.store.keys.dekSubjects(name, deleted), query) };
};

/** POST /dek-registry/v1/keks/{kek}/deks and POST …/deks/{subject}: a subject in the path goes before the body's. */
export const postDek: Handler = (call) => {
  const { registry, query } = call;
  const hasPathSubject = call.parameters['subject'] !== undefined;
  const bodyName = hasPathSubject ? 'createDekWithSubject' : 'createDek';
  const body = call.body(createDekRequest, `${bodyName}.request`);
  const sent = {
    kekName: kekName(call),
    subject: hasPathSubject
      ? pathSubject(call)
      : normalizeQualifiedName((body['subject'] as string | null | undefined) ?? ''),
    // The shape that the body was bound to takes nothing else.
    algorithm: (body['algorithm'] as DekAlgorithm | null | undefined) ?? defaultAlgorithm,
    version: (body['version'] as number | null | undefined) ?? 1,
    encryptedKeyMaterial: (body['encryptedKeyMaterial'] as string | null | undefined) ?? null,
    deleted: body['deleted'] === true,
  };
  return show(createDek(registry, sent, { rewrap: flag(query, 'rewrap') }));
};

/** GET /dek-registry/v1/keks/{kek}/deks/{subject}: the version 1, not the latest. */
export const getDek: Handler = (call) => {
  const deleted = flag(call.query, 'deleted');
  return show(readDek(call.registry, seriesOf(call), 1, { deleted }));
};

/** GET /dek-registry/v1/keks/{kek}/deks/{subject}/versions */
export const listDekVersions: Handler = (call) => {
  const { registry, query } = call;
  const series = seriesOf(call);
  const deleted = flag(query, 'deleted');
  findKek(registry, series.kekName, { deleted });
  const versions = listedDeks(registry, series, { deleted }).map(({ version }) => version);
  return { json: page(versions, query) };
};

/** GET /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version} */
export const getDekVersion: Handler = (call) => {
  const { registry, query } = call;
  const series = seriesOf(call);
  const deleted = flag(query, 'deleted');
  findKek(registry, series.kekName, { deleted });
  return show(readDek(registry, series, pathVersion(call), { deleted }));
};

/** DELETE /dek-registry/v1/keks/{kek}/deks/{subject} */
export const removeDek: Handler = (call) => {
  deleteDeks(call.registry, seriesOf(call), undefined, flag(call.query, 'permanent'));
  return { status: 204, text: '' };
};

/** DELETE /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version} */
export const removeDekVersion: Handler = (call) => {
  const { registry, query } = call;
  const series = seriesOf(call);
  findKek(registry, series.kekName, { deleted: true });
  deleteDeks(registry, series, pathVersion(call), flag(query, 'permanent'));
  return { status: 204, text: '' };
};

/** POST /dek-registry/v1/keks/{kek}/deks/{subject}/undelete */
export const restoreDek: Handler = (call) => {
  undeleteDeks(call.registry, seriesOf(call), undefined);
  return { status: 204, text: '' };
};

/** POST /dek-registry/v1/keks/{kek}/deks/{subject}/versions/{version}/undelete */
export const restoreDekVersion: Handler = (call) => {
  const { registry } = call;
  const series = seriesOf(call);
  findKek(registry, series.kekName, { deleted: true });
  undeleteDeks(registry, series, pathVersion(call));
  return { status: 204, text: '' };
};

function seriesOf(call: Call): DekSeries {
  return {
    kekName: kekName(call),
    subject: pathSubject(call),
    algorithm: queryAlgorithm(call.query),
  };
}

/** @throws Rejection 404 for an algorithm that there is not */
function queryAlgorithm(query: URLSearchParams): DekAlgorithm {
  const written = query.get('algorithm');
  if (written === null || written === '') return defaultAlgorithm;
  const algorithm = dekAlgorithms.find((each) => each === written);
  if (algorithm === undefined) throw notFound();
  return algorithm;
}

/** Fields in the order of the real registry; `deleted` only where it is true. */
function show({ dek, keyMaterial }: OpenedDek) {
  const { kekName: name, subject, version, algorithm, encryptedKeyMaterial, ts, deleted } = dek;
  return {
    json: {
      kekName: name,
      subject,
      version,
      algorithm,
      encryptedKeyMaterial,
      ...(keyMaterial !== undefined && { keyMaterial }),
      ts,
      ...(deleted && { deleted }),
    },
    keepEmpty: true,
  };
}
