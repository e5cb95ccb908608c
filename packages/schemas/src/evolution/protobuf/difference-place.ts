import type { ProtoFile } from '../../protobuf/model.ts';
import { findMessage } from './edit-file.ts';

/** What the path of a difference is about. */
export interface DifferencePlace {
  /** The message and those around it. */
  readonly messages: readonly string[];
  /** The oneof, if it is about one or about a field in one. */
  readonly oneof: string | undefined;
  /** The number of the field, if it is about one. */
  readonly number: number | undefined;
}

/**
 * Reads the path of a difference: `#/Order/Line/3`, `#/Order/payment/4`.
 *
 * @param file the one that has the message, of the two
 * @returns undefined where it leads out of the file, into one that is imported
 */
export function differencePlace(path: string, file: ProtoFile): DifferencePlace | undefined {
  const steps = path === '#/' ? [] : path.slice(2).split('/');
  const messages: string[] = [];
  let oneof: string | undefined;
  let number: number | undefined;
  for (const step of steps) {
    if (number !== undefined || step === '') return undefined;
    if (/^[0-9]+$/.test(step)) number = Number(step);
    else if (oneof !== undefined) return undefined;
    else if (findMessage(file, [...messages, step]) !== undefined) messages.push(step);
    else oneof = step;
  }
  return { messages, oneof, number };
}
