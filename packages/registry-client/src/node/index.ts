export type { ProxyOptions, Transport, TransportOptions } from './create-transport.ts';
export { createTransport } from './create-transport.ts';
