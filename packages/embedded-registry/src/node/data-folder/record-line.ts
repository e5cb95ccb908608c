import { crc32 } from 'node:zlib';
import type { Change } from '../../state/change.ts';

/** The first record of a file: what it is and who can read it. */
export interface HeaderRecord {
  format: 'srkit-registry-log' | 'srkit-registry-snapshot';
  version: number;
  /** Stands in the file's name too. */
  generation: number;
}

/** In a log, all changes of one request. */
export interface RequestRecord {
  /** Where the group begins that was written and made safe at once: the file's length before. */
  group: number;
  changes: readonly Change[];
}

/** In a snapshot, some of its changes. */
export interface ChangesRecord {
  changes: readonly Change[];
}

/** The last record of a snapshot. */
export interface EndRecord {
  /** How many changes the snapshot has. */
  end: number;
}

/** One line of a file. */
export type FileRecord = HeaderRecord | RequestRecord | ChangesRecord | EndRecord;

/** The version of the format that is written, and the newest that is read. */
export const formatVersion = 1;

const newline = 10;
/** Long enough for every length and checksum. */
const longestPrefix = 24;

/** Writes a record as a line: `<bytes of JSON> <CRC-32 of JSON, in hex> <JSON>`. JSON has no line break inside. */
export function writeLine(record: FileRecord): Buffer {
  const json = Buffer.from(JSON.stringify(record));
  const prefix = `${json.length} ${crc32(json).toString(16).padStart(8, '0')} `;
  const line = Buffer.allocUnsafe(prefix.length + json.length + 1);
  line.write(prefix, 0, 'latin1');
  json.copy(line, prefix.length);
  line[line.length - 1] = newline;
  return line;
}

/**
 * Reads a line, without its line break.
 *
 * @returns the JSON value; undefined when the line is not as it was written
 */
export function readLine(line: Buffer): unknown {
  const found = /^(\d+) ([0-9a-f]{8}) /.exec(line.toString('latin1', 0, longestPrefix));
  if (found === null) return undefined;
  const [prefix, length, checksum] = found;
  const json = line.subarray(prefix.length);
  if (json.length !== Number(length)) return undefined;
  if (crc32(json) !== Number.parseInt(checksum ?? '', 16)) return undefined;
  return JSON.parse(json.toString());
}

/** Whether a line that has no line break can be the beginning of one that was to be written. */
export function isBeginning(line: Buffer): boolean {
  const text = line.toString('latin1', 0, longestPrefix);
  const found = /^(\d+) [0-9a-f]{8} /.exec(text);
  if (found === null) return /^\d+( [0-9a-f]{0,8})?$/.test(text);
  return line.length <= found[0].length + Number(found[1]);
}

/** Whether a line has bytes that were never written: JSON has no NUL inside, a file that was only made longer has. */
export function isPartlyUnwritten(line: Buffer): boolean {
  return line.includes(0);
}
