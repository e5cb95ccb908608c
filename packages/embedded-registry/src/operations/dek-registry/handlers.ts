import type { DekOperation } from '@srkit/registry-protocol';
import type { Handler } from '../call.ts';
import {
  getDek,
  getDekVersion,
  listDekSubjects,
  listDekVersions,
  postDek,
  removeDek,
  removeDekVersion,
  restoreDek,
  restoreDekVersion,
} from './deks.ts';
import { getKek, listKeks, postKek, putKek, removeKek, restoreKek, tryKek } from './keks.ts';

/** What answers each operation of the DEK registry. */
export const dekHandlers: Readonly<Record<DekOperation, Handler>> = {
  listKeks,
  createKek: postKek,
  getKek,
  updateKek: putKek,
  deleteKek: removeKek,
  undeleteKek: restoreKek,
  testKek: tryKek,
  listDekSubjects,
  createDekOfKek: postDek,
  createDek: postDek,
  getDek,
  listDekVersions,
  getDekVersion,
  deleteDek: removeDek,
  deleteDekVersion: removeDekVersion,
  undeleteDek: restoreDek,
  undeleteDekVersion: restoreDekVersion,
};
