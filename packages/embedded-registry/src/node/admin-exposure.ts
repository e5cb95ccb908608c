/**
 * Says why the admin path must not be offered on an address: whoever reaches it can empty and break the registry.
 *
 * @returns a sentence; undefined when it may
 */
export function adminExposure(options: {
  admin?: boolean;
  host?: string;
  hasAccess: boolean;
}): string | undefined {
  const { admin = false, host = '127.0.0.1', hasAccess } = options;
  if (!admin || hasAccess || isLoopback(host)) return undefined;
  return `The admin path on ${host} needs credentials, because whoever reaches it can empty the registry.`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
