import type { SrkitServerOptions } from '../server-options.ts';

/** How many registries are named; a configuration can hold any number. */
const most = 20;

/** Says for the log what is served: the registries with their addresses, and which of them cannot be changed. */
export function describeServed({
  registries,
  viewOnly,
  readOnly,
  demo,
}: SrkitServerOptions): string {
  const all = viewOnly || readOnly ? ', view-only' : '';
  if (demo) return `a demo in memory${all}`;
  const described = Object.entries(registries).map(([name, settings]) => {
    const own = all === '' && (settings.viewOnly || settings.readOnly) ? ', view-only' : '';
    return `${name} (${String(settings.url)}${own})`;
  });
  const rest = described.length - most;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `${described.slice(0, most).join(', ')}${more}${all}`;
}
