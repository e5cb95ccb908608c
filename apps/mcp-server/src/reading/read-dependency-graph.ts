import type { RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  defaultContext,
  everyContext,
  qualifiedName,
} from '@srkit/registry-protocol';
import { answerWords } from '../present/answer-words.ts';
import { describeUnknown } from './describe-unknown.ts';
import { readVersion } from './read-version.ts';
import { type ReadingCall, withSnapshot } from './with-snapshots.ts';

/** What is asked of a graph. */
export interface GraphQuestion {
  /** The subject, or one version of it, whose part of the graph is wanted; undefined for all. */
  around: { context: ContextName; subject: string; version: string | undefined } | undefined;
  /** Whether it is to be drawn. */
  mermaid: boolean;
  /** About how many characters an answer may have. */
  budget: number;
}

/** Reads a registry and finds which schemas refer to which. All of it is read: references lead anywhere. */
export async function readDependencyGraph(
  { client, context }: { client: RegistryClient; context: ContextName },
  { around, mermaid, budget }: GraphQuestion,
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
      ...(mermaid && { mermaid: drawn((maxNodes) => graphAsMermaid(graph, { maxNodes }), budget) }),
      ...describeUnknown(unknown),
    };
  });
}

/** As large a drawing as half of an answer carries; what it leaves out it says itself. */
function drawn(draw: (maxNodes: number) => string, budget: number): string {
  let maxNodes = 150;
  let drawing = draw(maxNodes);
  while (drawing.length > budget / 2 && maxNodes > 1) {
    maxNodes = Math.floor(maxNodes / 2);
    drawing = draw(maxNodes);
  }
  return drawing;
}

function nameOf({ context, subject, version }: NonNullable<GraphQuestion['around']>) {
  return {
    subject: qualifiedName(context, subject),
    version: version === undefined ? undefined : readVersion(version),
  };
}
