/** A namespace or a name that resources are looked for by; undefined for `-`, which means any. */
export function resourcePart(written: string | undefined): string | undefined {
  return written === '-' ? undefined : written;
}
