import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { namedTools } from '../../src/present/next-step.ts';
import type { PropertySchema } from '../../src/present/wire-schema.ts';
import { aliases } from '../../src/tools/aliases.ts';
import { catalog } from '../../src/tools/catalog.ts';
import { hintsOf } from '../../src/tools/effects.ts';
import { goesOn } from '../../src/tools/task-answers.ts';
import { toolReference } from '../../src/tools/tool-reference.ts';
import { connectToRegistry } from '../connect.ts';

const tools = toolReference();
const names = catalog.map(({ name }) => name);

/** Files of the folders below one, without their ending. */
function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .filter((entry) => entry.parentPath !== join(import.meta.dirname, folder))
    .map((entry) => entry.name.slice(0, -ending.length))
    .sort();
}

/** Every schema within a schema, with the path to it. */
function everySchema(schema: PropertySchema, path = ''): [string, PropertySchema][] {
  const inner = Object.entries(schema.properties ?? {});
  if (schema.items !== undefined) inner.push(['[]', schema.items]);
  return [
    [path, schema] as [string, PropertySchema],
    ...inner.flatMap(([name, property]) => everySchema(property, `${path}.${name}`)),
  ];
}

describe('the catalog', () => {
  it('holds every tool file, and each is named as its tool in kebab-case', () => {
    const files = names.map((name) => name.replaceAll('_', '-')).sort();
    expect(filesBelow('../../src/tools', '.ts')).toEqual(files);
  });

  it('has a test for each tool', () => {
    const files = names.map((name) => name.replaceAll('_', '-')).sort();
    expect(filesBelow('.', '.test.ts')).toEqual(files);
  });

  it('names each tool once, in a form that every client takes', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:_[a-z]+)+$/);
  });

  it('lists tools in the same order with hints that follow from the effect', async () => {
    const { client } = await connectToRegistry();
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name }) => name)).toEqual(names);
    for (const [index, { title, annotations }] of listed.entries()) {
      const tool = catalog[index];
      expect(title).toBe(tool?.title);
      const effect = tool?.callsOthers ? 'destroy' : tool?.effect;
      expect(annotations).toEqual({ title, ...hintsOf[effect ?? 'read'] });
    }
  });

  it('summarises each tool in at most 200 characters', () => {
    for (const { name, summary } of tools) {
      expect(summary.length, name).toBeLessThanOrEqual(200);
      expect(summary, name).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('describes every argument, and takes none that could be of two kinds', () => {
    for (const { name, inputSchema } of tools) {
      expect(inputSchema.type).toBe('object');
      for (const [path, schema] of everySchema(inputSchema)) {
        if (path !== '' && !path.endsWith('[]')) {
          expect(schema['description'], `${name}${path}`).toMatch(/\S/);
        }
        for (const union of ['anyOf', 'oneOf', 'allOf', 'not', '$ref']) {
          expect(schema, `${name}${path}`).not.toHaveProperty(union);
        }
        expect(Array.isArray(schema.type), `${name}${path}`).toBe(false);
      }
    }
  });

  it('answers with an object whose shape is told', () => {
    for (const { name, outputSchema } of tools) {
      expect(outputSchema.type, name).toBe('object');
      expect(Object.keys(outputSchema.properties ?? {}).length, name).toBeGreaterThan(1);
    }
  });

  it('lets every tool that destroys be tried without doing it', () => {
    for (const { name, effect, inputSchema } of tools) {
      const hasDryRun = inputSchema.properties?.['dry_run'] !== undefined;
      const callsOthers = catalog.some((tool) => tool.name === name && tool.callsOthers);
      expect(hasDryRun, name).toBe(effect === 'destroy' || callsOthers);
    }
  });

  it('requires nothing of an answer of long work but its task, and takes no field from it', () => {
    const long = catalog.filter((tool) => tool.long);
    expect(long.length).toBeGreaterThan(0);
    for (const { name, output } of long) {
      for (const field of Object.keys(goesOn)) expect(output.shape, name).not.toHaveProperty(field);
      const { outputSchema } = tools.find((tool) => tool.name === name) ?? {};
      const around = ['task_id', 'context', 'subject', 'alias', 'source', 'target'];
      expect(around, name).toEqual(expect.arrayContaining(outputSchema?.required ?? []));
    }
  });

  it('has aliases and next steps only for tools that there are', () => {
    for (const [alias, target] of aliases) {
      expect(names).toContain(target);
      expect(names).not.toContain(alias);
    }
    expect(names).toEqual(expect.arrayContaining(namedTools()));
  });

  it('costs at most 200 tokens a tool', () => {
    const costs = tools.map(({ name, summary, inputSchema }) => ({
      name,
      tokens: encode(JSON.stringify({ name, description: summary, inputSchema })).length,
    }));
    const total = costs.reduce((sum, { tokens }) => sum + tokens, 0);
    const [most] = costs.sort((one, other) => other.tokens - one.tokens);
    console.log(
      `tools/list costs ${total} tokens (o200k) for ${costs.length} tools, ${Math.round(total / costs.length)} each; most: ${most?.name} ${most?.tokens}`,
    );
    expect(total / costs.length).toBeLessThanOrEqual(200);
    expect(most?.tokens).toBeLessThanOrEqual(350);
  });

  it.each(tools)('keeps the contract of $name', async (tool) => {
    const file = `snapshots/${tool.name}.snap`;
    await expect(`${JSON.stringify(tool, null, 2)}\n`).toMatchFileSnapshot(file);
  });
});
