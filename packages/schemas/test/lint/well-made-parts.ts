/** Parts of schemas that no rule complains of, to be spoilt one at a time. */
export const field = (name: string, type: unknown, more: object = {}) => ({
  name,
  type,
  doc: 'What it is for.',
  ...more,
});
export const record = (...fields: object[]) => ({
  type: 'record',
  name: 'Order',
  namespace: 'com.shop',
  doc: 'An order.',
  fields,
});
export const one = (type: unknown, more: object = {}) => record(field('some', type, more));
export const named = (name: string, type: unknown = 'string') => record(field(name, type));
export const kind = (symbols: string[], more: object = {}) =>
  one({ type: 'enum', name: 'Kind', doc: 'A kind.', symbols, ...more });
export const fixed = (name: string) => ({ type: 'fixed', name, size: 4, doc: 'Four bytes.' });
export const three = (name: string) => ({
  ...record(...['x', 'y', 'z'].map((axis) => field(axis, 'double'))),
  name,
});
export const logical = (type: string, logicalType: string, more: object = {}) =>
  one({ type, logicalType, ...more });
