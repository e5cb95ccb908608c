import type { Config, ConfigUpdate, ConfigUpdated } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { settingsName } from './settings-name.ts';
import { config, configUpdated } from './shapes.ts';

/** How to read a configuration or mode. */
export interface GetSettingOptions extends CallOptions {
  /** Where there is none of its own, answer with what it inherits. @default false */
  defaultToGlobal?: boolean | undefined;
}

/**
 * Operations on configurations. "Global" is the context of the client: the default one, unless it is a context client.
 * As a subject, `:.ctx:` is a context and `:.__GLOBAL:` what all contexts inherit from.
 */
export interface Configs {
  /** Reads the context's configuration; the default context always has one. `GET /config` */
  getGlobal(options?: GetSettingOptions): Promise<Config>;
  /** Changes the fields that are given; `null` clears one. Answers with the whole record. `PUT /config` */
  updateGlobal(update: ConfigUpdate, options?: CallOptions): Promise<ConfigUpdated>;
  /** Removes the context's configuration and answers with it. `DELETE /config` */
  deleteGlobal(options?: CallOptions): Promise<Config>;
  /** Reads a subject's own configuration: `config_not_found` means that it inherits. `GET /config/{subject}` */
  get(subject: string, options?: GetSettingOptions): Promise<Config>;
  /** Changes the fields that are given; `null` clears one. Answers with the whole record. `PUT /config/{subject}` */
  update(subject: string, update: ConfigUpdate, options?: CallOptions): Promise<ConfigUpdated>;
  /** Removes a subject's configuration, so that it inherits, and answers with it. `DELETE /config/{subject}` */
  delete(subject: string, options?: CallOptions): Promise<Config>;
}

export function createConfigs(call: Call): Configs {
  return {
    getGlobal: async ({ signal, ...query } = {}) =>
      call.json('getGlobalConfig', {}, { query, signal }, config),
    updateGlobal: async (body, { signal } = {}) =>
      call.json('updateGlobalConfig', {}, { body, signal }, configUpdated),
    deleteGlobal: async ({ signal } = {}) =>
      call.json('deleteGlobalConfig', {}, { signal }, config),
    get: async (subject, { signal, ...query } = {}) =>
      call.json('getSubjectConfig', { subject: settingsName(subject) }, { query, signal }, config),
    update: async (subject, body, { signal } = {}) =>
      call.json(
        'updateSubjectConfig',
        { subject: settingsName(subject) },
        { body, signal },
        configUpdated,
      ),
    delete: async (subject, { signal } = {}) =>
      call.json('deleteSubjectConfig', { subject: settingsName(subject) }, { signal }, config),
  };
}
