import type { RegistryVendor, ServerFindings } from './server-facts.ts';

/** Tells whose registry it is, and which release. */
export function whatServer(found: ServerFindings): {
  vendor: RegistryVendor;
  version: string | undefined;
} {
  const { url, serverHeader = '', health, systemInfo, statusReady } = found;
  const own = textOf(found.version, 'version');
  const { hostname, pathname } = new URL(url);
  if (hostname.endsWith('.confluent.cloud')) return { vendor: 'confluent-cloud', version: own };
  const karapace =
    textOf(health, 'karapace_version') ?? /^karapace\/(\S+)/i.exec(serverHeader)?.[1];
  if (karapace !== undefined || /karapace/i.test(serverHeader)) {
    return { vendor: 'karapace', version: karapace };
  }
  if (/apicurio/i.test(textOf(systemInfo, 'name') ?? '') || pathname.includes('/apis/ccompat/')) {
    return { vendor: 'apicurio', version: textOf(systemInfo, 'version') };
  }
  if (/seastar/i.test(serverHeader) || (statusReady && own === undefined)) {
    return { vendor: 'redpanda', version: own };
  }
  const major = Number(own?.split('.')[0]);
  // Confluent's own has numbers from 5 on.
  if (own !== undefined && major < 5) return { vendor: 'axonops', version: own };
  const isConfluent = own !== undefined || (isListOf(found.contexts, '.') && !statusReady);
  return { vendor: isConfluent ? 'confluent' : 'unknown', version: own };
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : undefined;
}

function isListOf(value: unknown, item: string): boolean {
  return Array.isArray(value) && value.includes(item);
}
