import { outline } from './parse.ts';

/** The paths that a Protobuf file imports; `google/protobuf/…` every registry has itself. */
export function describeProtobufNames(text: string): { defines: string[]; uses: string[] } {
  const uses = new Set<string>();
  for (const statement of outline(text)) {
    if (statement[0]?.text !== 'import') continue;
    const path = statement.find(({ kind }) => kind === 'string')?.text;
    if (path !== undefined && !path.startsWith('google/protobuf/')) uses.add(path);
  }
  return { defines: [], uses: [...uses] };
}
