import type { ProtoRpc, ProtoService } from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { alignSequences } from '../align-sequences.ts';
import { sayPosition, typeSubject } from '../say-value.ts';
import { compareDocs } from './compare-docs.ts';
import { compareOptions } from './compare-options.ts';
import type { ComparedPlace, ComparedSchema, Comparison } from './protobuf-change.ts';

/** Compares services by name, and their methods by name. */
export function compareServices(comparison: Comparison): void {
  const { before, after, report } = comparison;
  const [olds, nexts] = [before.file.services, after.file.services];
  for (const { was, is, predecessor, moved } of alignNamed(olds, nexts)) {
    const name = (is ?? was)?.name ?? '';
    const place = { path: `(${name})`, was: { service: was }, is: { service: is } };
    if (was && is) {
      const subject = typeSubject('service', name);
      if (moved) {
        const message = `The service ${name} stands elsewhere: it comes ${sayPosition(predecessor)} now.`;
        report({ ...place, kind: 'service_moved', message });
      }
      compareDocs(was.doc, is.doc, place, comparison, subject);
      compareOptions(was.options, is.options, place, comparison, subject);
      compareRpcs(was, is, place, comparison);
    } else if (is) {
      const message = `The service ${name} with ${countRpcs(is)} is new.`;
      report({ ...place, kind: 'service_added', after: name, message });
    } else {
      const message = `The service ${name} with ${was ? countRpcs(was) : ''} is gone.`;
      report({ ...place, kind: 'service_removed', before: name, message });
    }
  }
}

function compareRpcs(
  before: ProtoService,
  after: ProtoService,
  service: ComparedPlace,
  comparison: Comparison,
): void {
  const { report } = comparison;
  for (const { was, is, predecessor, moved } of alignNamed(before.rpcs, after.rpcs)) {
    const name = (is ?? was)?.name ?? '';
    const path = `${service.path}.${name}`;
    const place = { path, was: { ...service.was, rpc: was }, is: { ...service.is, rpc: is } };
    if (was && is) {
      const subject = typeSubject('rpc', name);
      if (moved) {
        const message = `The rpc ${name} of ${after.name} stands elsewhere: it comes ${sayPosition(predecessor)} now.`;
        report({ ...place, kind: 'rpc_moved', message });
      }
      compareSignatures(was, is, place, comparison);
      compareDocs(was.doc, is.doc, place, comparison, subject);
      compareOptions(was.options, is.options, place, comparison, subject);
    } else if (is) {
      const said = saySignature(is, comparison.after, comparison);
      const message = `The rpc ${name} ${said} was added to ${after.name}.`;
      report({ ...place, kind: 'rpc_added', after: said, message });
    } else if (was) {
      const said = saySignature(was, comparison.before, comparison);
      const message = `The rpc ${name} ${said} was removed from ${before.name}.`;
      report({ ...place, kind: 'rpc_removed', before: said, message });
    }
  }
}

function compareSignatures(
  was: ProtoRpc,
  is: ProtoRpc,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const { before, after, matches, report } = comparison;
  const sameType = (old: string, next: string): boolean => {
    const [oldEntry, nextEntry] = [resolve(old, before), resolve(next, after)];
    if (!oldEntry || !nextEntry) return old === next;
    return matches.same(oldEntry, nextEntry);
  };
  const same =
    was.requestStreams === is.requestStreams &&
    was.responseStreams === is.responseStreams &&
    sameType(was.requestType, is.requestType) &&
    sameType(was.responseType, is.responseType);
  if (!same) {
    const said = {
      before: saySignature(was, before, comparison),
      after: saySignature(is, after, comparison),
    };
    const message = `The rpc ${is.name} is ${said.after} now, it was ${said.before}.`;
    report({ ...place, kind: 'rpc_changed', ...said, message });
  } else if (was.requestType !== is.requestType || was.responseType !== is.responseType) {
    const message = `The types of the rpc ${is.name} are written otherwise and mean the same.`;
    report({ ...place, kind: 'written_otherwise', message });
  }
}

function saySignature(
  { requestType, requestStreams, responseType, responseStreams }: ProtoRpc,
  schema: ComparedSchema,
  { nameType }: Comparison,
): string {
  const say = (type: string, streams: boolean): string => {
    const entry = resolve(type, schema);
    const name = entry ? nameType(entry) : type;
    return streams ? `stream ${name}` : name;
  };
  return `(${say(requestType, requestStreams)}) returns (${say(responseType, responseStreams)})`;
}

function resolve(type: string, { file, outline }: ComparedSchema): TypeEntry | undefined {
  return outline.table.resolve(type, file.packageName ?? '');
}

function countRpcs({ rpcs }: ProtoService): string {
  return `${rpcs.length} ${rpcs.length === 1 ? 'rpc' : 'rpcs'}`;
}

/** Two lists of what has a name laid over each other. */
function alignNamed<Named extends { readonly name: string }>(
  before: readonly Named[],
  after: readonly Named[],
): {
  was: Named | undefined;
  is: Named | undefined;
  predecessor: string | undefined;
  moved: boolean;
}[] {
  const places = new Map(before.map(({ name }, index) => [name, index]));
  const matches = after.map(({ name }) => {
    const place = places.get(name);
    places.delete(name);
    return place;
  });
  return alignSequences(before.length, matches).map((element) => ({
    was: before[element.before ?? -1],
    is: after[element.after ?? -1],
    predecessor: after[(element.after ?? 0) - 1]?.name,
    moved: element.moved,
  }));
}
