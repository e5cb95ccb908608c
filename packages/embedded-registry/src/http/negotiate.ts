import {
  consumedMediaTypes,
  producedMediaTypes,
  registryMediaType,
} from '@srkit/registry-protocol';
import { refusedBefore } from './rejection.ts';

interface Range {
  type: string;
  quality: number;
}

/** What was chosen, as a client mostly sends the same. */
const negotiated = new Map<string, string>();
const mostRemembered = 100;

/**
 * Chooses what the answer is declared as: of the ranges in `Accept` and the types that the registry produces, the pair with
 * the greatest weight.
 *
 * @throws Rejection 406 when nothing fits
 */
export function negotiate(accept: string | undefined): string {
  if (accept === undefined || accept === '*/*') return registryMediaType;
  const known = negotiated.get(accept);
  if (known !== undefined) return known;
  const type = choose(accept);
  if (negotiated.size < mostRemembered) negotiated.set(accept, type);
  return type;
}

function choose(accept: string): string {
  const ranges = parseAccept(accept);
  let best: { type: string; weight: number } | undefined;
  for (const produced of producedMediaTypes) {
    const range = mostSpecific(ranges, produced.type);
    const weight = (range?.quality ?? 0) * 1000 + produced.quality;
    if (range && range.quality > 0 && (!best || weight > best.weight))
      best = { type: produced.type, weight };
  }
  if (!best) throw refusedBefore(406, 'HTTP 406 Not Acceptable');
  return best.type;
}

/** @throws Rejection 415 when a body is declared as something that the registry does not read */
export function checkContentType(contentType: string | undefined): void {
  if (contentType === undefined || consumedMediaTypes.includes(contentType)) return;
  if (contentType.trim() === '') return;
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!consumedMediaTypes.includes(type))
    throw refusedBefore(415, 'HTTP 415 Unsupported Media Type');
}

function parseAccept(accept: string): Range[] {
  if (accept.trim() === '') return [{ type: '*/*', quality: 1 }];
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight === undefined ? 1 : Number(weight.slice(2));
    return { type, quality: Number.isFinite(quality) ? quality : 0 };
  });
}

function mostSpecific(ranges: readonly Range[], type: string): Range | undefined {
  const wildcard = `${type.split('/', 1)[0]}/*`;
  return (
    ranges.find((range) => range.type === type) ??
    ranges.find((range) => range.type === wildcard) ??
    ranges.find((range) => range.type === '*/*' || range.type === '*')
  );
}
