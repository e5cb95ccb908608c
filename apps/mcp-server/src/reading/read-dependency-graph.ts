import type { RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  defaultContext,
  everyContext,
  qualifiedName,
} from '@srkit/registry-protocol';
import { answerWords } from '../present/answer-words.ts';
import { readVersion } from './read-version.ts';
import { type ReadingCall, withSnapshot } from './with-snapshots.ts';

/** What is asked of a graph. */
export interface GraphQuestion {
  /** The subject, or one version of it, whose part of the graph is wanted; undefined for all. */
  around: { context: ContextName; subject: string; version: string | undefined } | undefined;
  /** Whether it is to be drawn. */
  mermaid: boolean;
}

/** Reads a registry and finds which schemas refer to which. All of it is read: references lead anywhere. */
export async function readDependencyGraph(
  { client, context }: { client: RegistryClient; context: ContextName },
  { around, mermaid }: GraphQuestion,
  call: ReadingCall,
) {
  const everywhere = client.inContext(defaultContext);
  const request = { client: everywhere, detail: 'versions', includeDeleted: true } as const;
  return withSnapshot(request, call, (snapshot, { dependencyGraph, graphAsMermaid }) => {
    const graph = dependencyGraph(snapshot, {
      ...(around === undefined
        ? context !== everyContext && { contexts: [context] }
        : { around: nameOf(around) }),
    });
    const { registry: _, unknown, ...found } = graph;
    return {
      ...answerWords(found),
      total_nodes: graph.nodes.length,
      ...(mermaid && { mermaid: graphAsMermaid(graph) }),
      ...(unknown.length > 0 && { unknown: answerWords(unknown) }),
    };
  });
}

function nameOf({ context, subject, version }: NonNullable<GraphQuestion['around']>) {
  return {
    subject: qualifiedName(context, subject),
    version: version === undefined ? undefined : readVersion(version),
  };
}
