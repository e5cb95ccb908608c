import type {
  Exporter,
  ExporterName,
  ExporterStatus,
  ExporterUpdate,
} from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { exporter, exporterConfig, exporterName, exporterStatus, texts } from './shapes.ts';

/**
 * Operations on exporters (Schema Linking), which only Confluent Enterprise and Cloud offer: others answer
 * `route_not_found`. They belong to the registry, whatever context the client is in.
 */
export interface Exporters {
  /** Lists the names of all exporters. `GET /exporters` */
  list(options?: CallOptions): Promise<string[]>;
  /** Creates an exporter, which then runs. `POST /exporters` */
  create(exporter: Exporter, options?: CallOptions): Promise<ExporterName>;
  /** Reads an exporter. `GET /exporters/{exporter}` */
  get(name: string, options?: CallOptions): Promise<Exporter>;
  /** Changes the fields that are given; it must be paused. `PUT /exporters/{exporter}` */
  update(name: string, update: ExporterUpdate, options?: CallOptions): Promise<ExporterName>;
  /** Deletes an exporter; it must be paused. `DELETE /exporters/{exporter}` */
  delete(name: string, options?: CallOptions): Promise<void>;
  /** Reads how the destination is reached. `GET /exporters/{exporter}/config` */
  getConfig(name: string, options?: CallOptions): Promise<Record<string, string>>;
  /** Changes how the destination is reached. `PUT /exporters/{exporter}/config` */
  updateConfig(
    name: string,
    config: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<ExporterName>;
  /** Reads whether it runs, and how far it is. `GET /exporters/{exporter}/status` */
  getStatus(name: string, options?: CallOptions): Promise<ExporterStatus>;
  /** Stops it until it is resumed. `PUT /exporters/{exporter}/pause` */
  pause(name: string, options?: CallOptions): Promise<ExporterName>;
  /** Lets it go on where it stopped. `PUT /exporters/{exporter}/resume` */
  resume(name: string, options?: CallOptions): Promise<ExporterName>;
  /** Lets it begin again from the first schema; it must be paused. `PUT /exporters/{exporter}/reset` */
  reset(name: string, options?: CallOptions): Promise<ExporterName>;
}

export function createExporters(call: Call): Exporters {
  const change =
    (operation: 'pauseExporter' | 'resumeExporter' | 'resetExporter') =>
    async (name: string, { signal }: CallOptions = {}): Promise<ExporterName> =>
      call.json(operation, { exporter: name }, { signal }, exporterName);
  return {
    list: async ({ signal } = {}) => call.json('listExporters', {}, { signal }, texts),
    create: async (body, { signal } = {}) =>
      call.json('createExporter', {}, { body, signal }, exporterName),
    get: async (name, { signal } = {}) =>
      call.json('getExporter', { exporter: name }, { signal }, exporter),
    update: async (name, body, { signal } = {}) =>
      call.json('updateExporter', { exporter: name }, { body, signal }, exporterName),
    delete: async (name, { signal } = {}) =>
      call.nothing('deleteExporter', { exporter: name }, { signal }),
    getConfig: async (name, { signal } = {}) =>
      call.json('getExporterConfig', { exporter: name }, { signal }, exporterConfig),
    updateConfig: async (name, body, { signal } = {}) =>
      call.json('updateExporterConfig', { exporter: name }, { body, signal }, exporterName),
    getStatus: async (name, { signal } = {}) =>
      call.json('getExporterStatus', { exporter: name }, { signal }, exporterStatus),
    pause: change('pauseExporter'),
    resume: change('resumeExporter'),
    reset: change('resetExporter'),
  };
}
