import type { Mode, ModeRecord } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import type { GetSettingOptions } from './config.ts';
import { settingsName } from './settings-name.ts';
import { modeIfAny, modeRecord } from './shapes.ts';

/** How to set a mode. */
export interface SetModeOptions extends CallOptions {
  /**
   * To IMPORT also where live subjects exist. Without it that is refused, and where only soft-deleted versions are left,
   * IMPORT deletes them for good. @default false
   */
  force?: boolean | undefined;
}

/** How to remove a mode. */
export interface DeleteModeOptions extends CallOptions {
  /** Remove the modes of all subjects in the context too; from Confluent 7.9.6, 8.0.3, 8.1.1. @default false */
  recursive?: boolean | undefined;
}

/**
 * Operations on modes. "Global" is the context of the client: the default one, unless it is a context client.
 * As a subject, `:.ctx:` is a context and `:.__GLOBAL:` what all contexts inherit from.
 */
export interface Modes {
  /** Reads the context's mode; the default context always has one. `GET /mode` */
  getGlobal(options?: GetSettingOptions): Promise<ModeRecord>;
  /** Sets the context's mode. `PUT /mode` */
  setGlobal(mode: Mode, options?: SetModeOptions): Promise<ModeRecord>;
  /** Removes the context's mode and answers with it, if it had one; from Confluent 7.9.5, 8.0.3, 8.1.1. `DELETE /mode` */
  deleteGlobal(options?: DeleteModeOptions): Promise<Partial<ModeRecord>>;
  /** Reads a subject's own mode: `mode_not_found` means that it inherits. `GET /mode/{subject}` */
  get(subject: string, options?: GetSettingOptions): Promise<ModeRecord>;
  /** Sets a subject's mode. `PUT /mode/{subject}` */
  set(subject: string, mode: Mode, options?: SetModeOptions): Promise<ModeRecord>;
  /** Removes a subject's mode, so that it inherits, and answers with it. `DELETE /mode/{subject}` */
  delete(subject: string, options?: DeleteModeOptions): Promise<Partial<ModeRecord>>;
}

export function createModes(call: Call): Modes {
  return {
    getGlobal: async ({ signal, ...query } = {}) =>
      call.json('getGlobalMode', {}, { query, signal }, modeRecord),
    setGlobal: async (mode, { signal, ...query } = {}) =>
      call.json('updateGlobalMode', {}, { query, body: { mode }, signal }, modeRecord),
    deleteGlobal: async ({ signal, ...query } = {}) =>
      call.json('deleteGlobalMode', {}, { query, signal }, modeIfAny),
    get: async (subject, { signal, ...query } = {}) =>
      call.json(
        'getSubjectMode',
        { subject: settingsName(subject) },
        { query, signal },
        modeRecord,
      ),
    set: async (subject, mode, { signal, ...query } = {}) => {
      const parameters = { subject: settingsName(subject) };
      return call.json(
        'updateSubjectMode',
        parameters,
        { query, body: { mode }, signal },
        modeRecord,
      );
    },
    delete: async (subject, { signal, ...query } = {}) =>
      call.json(
        'deleteSubjectMode',
        { subject: settingsName(subject) },
        { query, signal },
        modeIfAny,
      ),
  };
}
