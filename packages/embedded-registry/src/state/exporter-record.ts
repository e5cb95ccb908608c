import type { Exporter } from '@srkit/registry-protocol';

/** An exporter, as the registry keeps it. Records are replaced, never changed. */
export interface ExporterRecord {
  readonly exporter: Readonly<Exporter>;
  readonly paused: boolean;
  /** When its state last changed, in milliseconds since 1970. */
  readonly ts: number;
}
