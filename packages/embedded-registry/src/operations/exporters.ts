import type { Exporter, ExporterOperation, ExporterStatus } from '@srkit/registry-protocol';
import type { Bound } from '../http/body-shape.ts';
import { exporterConfig, exporterRequest } from '../http/exporter-shapes.ts';
import {
  createExporter,
  deleteExporter,
  findExporter,
  pauseExporter,
  resetExporter,
  resumeExporter,
  updateExporter,
} from '../rules/exporters.ts';
import type { ExporterRecord } from '../state/exporter-record.ts';
import type { Call, Handler } from './call.ts';

// All of this follows Confluent's documentation of Schema Linking. No answers were recorded: only Enterprise has exporters.

/** GET /exporters */
const listExporters: Handler = ({ registry }) => ({
  json: registry.store.exporters.names(),
});

/** POST /exporters */
const postExporter: Handler = (call) => {
  return showName(createExporter(call.registry, sentExporter(call, 'createExporter.request')));
};

/** GET /exporters/{exporter} */
const getExporter: Handler = (call) => ({ json: found(call).exporter });

/** PUT /exporters/{exporter}: what is absent stays. A name in the body does not count. */
const putExporter: Handler = (call) => {
  const { name: _, ...update } = sentExporter(call, 'updateExporter.request');
  return showName(updateExporter(call.registry, nameOf(call), update));
};

/** DELETE /exporters/{exporter} */
const removeExporter: Handler = (call) => {
  deleteExporter(call.registry, nameOf(call));
  return { status: 204, text: '' };
};

/** GET /exporters/{exporter}/config */
const getExporterConfig: Handler = (call) => ({
  json: found(call).exporter.config ?? {},
  keepEmpty: true,
});

/** PUT /exporters/{exporter}/config: the whole configuration anew. */
const putExporterConfig: Handler = (call) => {
  const config = given(call.body(exporterConfig, 'updateExporterConfig.request'));
  // The shape that the body was bound to takes nothing but texts.
  const update = { config: config as Record<string, string> };
  return showName(updateExporter(call.registry, nameOf(call), update));
};

/**
 * GET /exporters/{exporter}/status: `RUNNING` or `PAUSED`. `STARTING` is documented for as long as existing schemas are copied;
 * nothing is copied here, so that is over at once, and the offset says that nothing was: -1.
 */
const getExporterStatus: Handler = (call) => {
  const { exporter, paused, ts } = found(call);
  const status: ExporterStatus = {
    name: exporter.name,
    state: paused ? 'PAUSED' : 'RUNNING',
    offset: -1,
    ts,
  };
  return { json: status };
};

/** PUT /exporters/{exporter}/pause */
const putPause: Handler = (call) => showName(pauseExporter(call.registry, nameOf(call)));

/** PUT /exporters/{exporter}/resume */
const putResume: Handler = (call) => showName(resumeExporter(call.registry, nameOf(call)));

/** PUT /exporters/{exporter}/reset */
const putReset: Handler = (call) => showName(resetExporter(call.registry, nameOf(call)));

function nameOf({ parameters }: Call): string {
  return parameters['exporter'] ?? '';
}

function found(call: Call): ExporterRecord {
  return findExporter(call.registry, nameOf(call));
}

function sentExporter(call: Call, bodyName: string): Partial<Exporter> {
  const sent = given(call.body(exporterRequest, bodyName));
  const config = sent['config'] as { [field: string]: Bound } | undefined;
  // The shape that the body was bound to has exactly the fields and types of an exporter.
  return { ...sent, ...(config && { config: given(config) }) } as Partial<Exporter>;
}

function showName({ exporter }: ExporterRecord) {
  return { json: { name: exporter.name } };
}

/** The fields that are not null. */
function given(body: { [field: string]: Bound }): { [field: string]: Bound } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** What answers each operation on exporters; only Enterprise has them. */
export const exporterHandlers: Readonly<Record<ExporterOperation, Handler>> = {
  listExporters,
  createExporter: postExporter,
  getExporter,
  updateExporter: putExporter,
  deleteExporter: removeExporter,
  getExporterConfig,
  updateExporterConfig: putExporterConfig,
  getExporterStatus,
  pauseExporter: putPause,
  resumeExporter: putResume,
  resetExporter: putReset,
};
