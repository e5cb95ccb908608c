import type { Change } from './change.ts';
import type { ExporterRecord } from './exporter-record.ts';

/** The change that keeps an exporter as it is given. */
export function keepExporter(record: ExporterRecord): Change {
  return { kind: 'exporter', name: record.exporter.name, record };
}

/** The change that takes an exporter away. */
export function dropExporter({ exporter }: ExporterRecord): Change {
  return { kind: 'exporter', name: exporter.name, record: null };
}
