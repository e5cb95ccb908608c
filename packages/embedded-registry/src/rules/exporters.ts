import { type Exporter, type ExporterUpdate, isValidSubjectName } from '@srkit/registry-protocol';
import { rejection } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import { dropExporter, keepExporter } from '../state/exporter-change.ts';
import type { ExporterRecord } from '../state/exporter-record.ts';

// All of this follows Confluent's documentation of Schema Linking. No answers were recorded: only Enterprise has exporters.

/** How many exporters a registry takes, as documented for Confluent Cloud. */
const maxExporters = 10;

/** What an exporter must know of its destination. */
const urlProperty = 'schema.registry.url';

/** Where subjects are not named, all of the default context are meant. */
const allSubjects = ['*'];

/**
 * Finds an exporter.
 *
 * @throws Rejection 40450
 */
export function findExporter(registry: Registry, name: string): ExporterRecord {
  const record = registry.store.exporters.get(name);
  if (!record) throw rejection(40450, name);
  return record;
}

/**
 * Creates an exporter, which runs at once and copies nothing.
 *
 * @throws Rejection 40950, 40951, 40952, 40960, 40964
 */
export function createExporter(
  registry: Registry,
  { name, ...rest }: Partial<Exporter>,
): ExporterRecord {
  if (name === undefined || name === '' || !isValidSubjectName(name)) throw rejection(40950);
  const config = checkConfig(rest.config);
  const subjects = checkSubjects(rest.subjects ?? allSubjects);
  if (registry.store.exporters.get(name)) throw rejection(40960, name);
  if (registry.store.exporters.names().length >= maxExporters) throw rejection(40964);
  const exporter: Exporter = { name, contextType: 'AUTO', ...rest, subjects, config };
  return keep(registry, { exporter, paused: false, ts: registry.now() });
}

/**
 * Changes a paused exporter; what is absent stays.
 *
 * @throws Rejection 40450, 40951, 40952, 40963
 */
export function updateExporter(
  registry: Registry,
  name: string,
  update: ExporterUpdate,
): ExporterRecord {
  const before = findExporter(registry, name);
  if (update.config) checkConfig(update.config);
  if (update.subjects) checkSubjects(update.subjects);
  checkPaused(before);
  return keep(registry, { ...before, exporter: { ...before.exporter, ...update } });
}

/** Stops an exporter; one that is paused already stays so. @throws Rejection 40450 */
export function pauseExporter(registry: Registry, name: string): ExporterRecord {
  const before = findExporter(registry, name);
  return before.paused ? before : keep(registry, { ...before, paused: true, ts: registry.now() });
}

/** Lets a paused exporter run again. @throws Rejection 40450, 40961 */
export function resumeExporter(registry: Registry, name: string): ExporterRecord {
  const before = findExporter(registry, name);
  if (!before.paused) throw rejection(40961, name);
  return keep(registry, { ...before, paused: false, ts: registry.now() });
}

/** Makes a paused exporter begin anew when it is resumed. @throws Rejection 40450, 40963 */
export function resetExporter(registry: Registry, name: string): ExporterRecord {
  const before = findExporter(registry, name);
  checkPaused(before);
  return keep(registry, { ...before, ts: registry.now() });
}

/** Deletes a paused exporter. @throws Rejection 40450, 40963 */
export function deleteExporter(registry: Registry, name: string): void {
  const before = findExporter(registry, name);
  checkPaused(before);
  registry.store.apply(dropExporter(before));
}

function keep(registry: Registry, record: ExporterRecord): ExporterRecord {
  registry.store.apply(keepExporter(record));
  return record;
}

function checkPaused({ exporter, paused }: ExporterRecord): void {
  if (!paused) throw rejection(40963, exporter.name);
}

function checkConfig(config: Record<string, string> | undefined): Record<string, string> {
  const url = config && Object.hasOwn(config, urlProperty) ? config[urlProperty] : undefined;
  if (config === undefined || !url) throw rejection(40951);
  return config;
}

/** A subject, or the beginning of some with `*` behind it. */
function checkSubjects(subjects: readonly (string | null)[]): string[] {
  return subjects.map((subject) => {
    if (!subject || !isValidSubjectName(subject)) throw rejection(40952);
    return subject;
  });
}
