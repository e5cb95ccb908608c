import type { ProtoField } from '../../protobuf/model.ts';

/** The name of a field in ProtoJSON: what `json_name` says, or else lowerCamelCase. */
export function jsonName({ name, options }: Pick<ProtoField, 'name' | 'options'>): string {
  const option = options.find((given) => given.name === 'json_name' && !given.isExtension);
  return option?.value.kind === 'string' ? option.value.text : camelCase(name);
}

/** `line_items` as `lineItems`: no underscores, the letter after one in upper case. */
export function camelCase(name: string): string {
  return name.replace(/_+([^_]?)/g, (_, letter: string) => letter.toUpperCase());
}

/** `lineItems` as `line_items`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
