import type { CST } from 'yaml';

/** How deep a text in JSON or YAML is nested, without recursion: whoever asks wants to know before anything recurses over it. */
export function nestingDepth({ Parser }: typeof import('yaml'), text: string): number {
  let deepest = 0;
  const open: [CST.Token | null | undefined, number][] = [];
  for (const token of new Parser().parse(text)) open.push([token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    deepest = Math.max(deepest, depth);
    if (!token) continue;
    if (token.type === 'document') open.push([token.value, depth]);
    if ('items' in token)
      for (const { key, value } of token.items) open.push([key, depth + 1], [value, depth + 1]);
  }
  return deepest;
}
