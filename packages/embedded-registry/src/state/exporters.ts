import type { Change } from './change.ts';
import { keepExporter } from './exporter-change.ts';
import type { ExporterRecord } from './exporter-record.ts';
import { createSortedNames } from './sorted-names.ts';

/** The exporters of a registry. */
export interface Exporters {
  get(name: string): ExporterRecord | undefined;
  /** Names, in order. */
  names(): string[];
}

/** Exporters that can be changed. */
export interface ChangingExporters extends Exporters {
  /** Puts an exporter in place, or takes it away. */
  put(name: string, record: ExporterRecord | null): void;
  /** Changes that make an empty set of exporters equal to this one. */
  dump(): Change[];
  clear(): void;
}

/** Creates an empty set of exporters. */
export function createExporters(): ChangingExporters {
  const byName = new Map<string, ExporterRecord>();
  const names = createSortedNames();

  return {
    get: (name) => byName.get(name),
    names: () => names.withPrefix(''),
    put(name, record) {
      if (record === null) {
        byName.delete(name);
        names.delete(name);
      } else {
        byName.set(name, record);
        names.add(name);
      }
    },
    dump: () => [...byName.values()].map(keepExporter),
    clear() {
      byName.clear();
      names.clear();
    },
  };
}
