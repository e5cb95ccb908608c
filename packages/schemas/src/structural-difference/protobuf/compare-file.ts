import type { ProtoFile } from '../../protobuf/model.ts';
import { shorten } from '../say-value.ts';
import { compareOptions } from './compare-options.ts';
import type { Comparison } from './protobuf-change.ts';

/** Compares what a file says of itself: syntax, package, imports and options. */
export function compareFiles(before: ProtoFile, after: ProtoFile, comparison: Comparison): void {
  const { report } = comparison;
  const place = { path: '', was: {}, is: {} };
  if (before.syntax !== after.syntax) {
    const [was, is] = [before.syntax, after.syntax].map((syntax) => syntax ?? 'proto2, unsaid');
    const message = `The syntax of the file is ${is ?? ''} now, it was ${was ?? ''}.`;
    const said = { before: was ?? '', after: is ?? '' };
    if ((before.syntax === 'proto3') === (after.syntax === 'proto3')) {
      report({ ...place, kind: 'written_otherwise', ...said, message });
    } else report({ ...place, kind: 'syntax_changed', ...said, message });
  }
  if (before.packageName !== after.packageName) {
    const [was, is] = [before.packageName, after.packageName];
    const said = { ...(was && { before: was }), ...(is && { after: is }) };
    const message = `The package of the file changed from ${was ?? 'none'} to ${is ?? 'none'}.`;
    report({ ...place, kind: 'package_changed', ...said, message });
  }
  compareImports(before, after, comparison);
  const subject = { start: 'The file', within: 'the file' };
  compareOptions(before.options, after.options, place, comparison, subject);
}

function compareImports(before: ProtoFile, after: ProtoFile, { report }: Comparison): void {
  const place = { path: '', was: {}, is: {} };
  const say = ({ modifier, path }: ProtoFile['imports'][number]): string =>
    shorten(modifier === undefined ? path : `${modifier} ${path}`);
  const olds = new Map(before.imports.map((each) => [each.path, each]));
  const nexts = new Map(after.imports.map((each) => [each.path, each]));
  for (const next of nexts.values()) {
    const old = olds.get(next.path);
    if (old === undefined) {
      const message = `The file imports ${say(next)} now.`;
      report({ ...place, kind: 'import_added', after: say(next), message });
    } else if (old.modifier !== next.modifier) {
      const said = { before: say(old), after: say(next) };
      const message = `The import of ${shorten(next.path)} is ${next.modifier ?? 'a plain one'} now, it was ${old.modifier ?? 'a plain one'}.`;
      report({ ...place, kind: 'import_changed', ...said, message });
    }
  }
  for (const old of olds.values()) {
    if (nexts.has(old.path)) continue;
    const message = `The file does not import ${say(old)} any more.`;
    report({ ...place, kind: 'import_removed', before: say(old), message });
  }
  const oldOrder = [...olds.keys()].filter((path) => nexts.has(path));
  const nextOrder = [...nexts.keys()].filter((path) => olds.has(path));
  const twice = before.imports.length - olds.size !== after.imports.length - nexts.size;
  if (twice || nextOrder.some((path, index) => path !== oldOrder[index])) {
    const message = 'The imports of the file are written otherwise, which means the same.';
    report({ ...place, kind: 'written_otherwise', message });
  }
}
