import type { AvroName, AvroNamedType } from '../../avro/model.ts';
import type { Direction } from '../../compatibility/difference.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import type { Draft, Passage } from '../draft.ts';
import { mergeReferences } from '../merge-references.ts';
import { chooseEnumDefault } from './choose-enum-default.ts';
import type { AvroEditor } from './edit-avro.ts';
import { editAvro } from './edit-avro.ts';
import { findObstacles } from './find-obstacles.ts';
import type { AvroObstacle } from './obstacle.ts';
import { sayDefault, sayField, sayType } from './say-parts.ts';
import { zeroValue } from './zero-value.ts';

/** Says once, under a key, what a draft does. */
type Say = (key: string, reason: string) => void;

/**
 * Schemas between two Avro schemas, where each only has to fit the one before it:
 *
 * 1. the older one with the defaults and aliases that let its readers do without what will go, and in
 *    the namespace where aliases can lead on;
 * 2. the newer one with those that let it read older data, without the fields whose type changes;
 * 3. the same with these fields, which need a default as they are new now.
 */
export function avroPassage(
  old: AvroSchema,
  next: AvroSchema,
  directions: readonly Direction[],
): Passage {
  const obstacles = findObstacles(old, next, { directions, oldCanChange: true });
  const rigid = obstacles.find((obstacle) => obstacle.kind === 'rigid');
  if (rigid !== undefined) {
    const [before, after] = [sayType(rigid.old), sayType(rigid.next)];
    const blockedBy = `The schema itself changes from ${before} to ${after}, which do not read each other, and it is in no field that could be left out for a while.`;
    return { drafts: [], leavesOut: false, blockedBy };
  }
  const [backward, forward] = [directions.includes('backward'), directions.includes('forward')];
  const drafts: Draft[] = [];

  function draft(from: AvroSchema, change: (editor: AvroEditor, say: Say) => void): void {
    const editor = editAvro(from);
    const reasons = new Map<string, string>();
    change(editor, (key, reason) => reasons.set(key, reason));
    if (reasons.size === 0) return;
    const schema = editor.finish(from === old ? old.references : mergeReferences(next, old));
    if (schema !== undefined) drafts.push({ schema, reasons });
  }

  draft(old, (editor, say) => {
    for (const obstacle of obstacles) {
      moveType(obstacle, editor, say);
      if (forward) prepareOld(obstacle, editor, say);
    }
  });
  const retyped = obstacles.filter((obstacle) => obstacle.kind === 'field_retyped');
  for (const comesBack of retyped.length > 0 ? [false, true] : [true]) {
    draft(next, (editor, say) => {
      for (const obstacle of obstacles) {
        if (obstacle.kind !== 'field_retyped') {
          if (backward) prepareNext(obstacle, editor, say);
          continue;
        }
        const { record, field } = obstacle.next;
        const name = sayField(obstacle.next);
        if (!comesBack) {
          editor.fieldsOf(record).replace(field.name, []);
          const types = `from ${sayType(obstacle.old.field.type)} to ${sayType(field.type)}`;
          say(
            `out ${name}`,
            `Leaves out ${name}: its type changes ${types}, and those do not read each other.`,
          );
        } else if (backward) {
          giveDefault(obstacle.next, editor, (value) =>
            say(`back ${name}`, `Brings ${name} back with its new type, and with ${value}.`),
          );
        } else say(`back ${name}`, `Brings ${name} back with its new type.`);
      }
    });
  }
  return { drafts, leavesOut: retyped.length > 0 };
}

/**
 * Moves a type into the namespace that it is to have, or out of it. An alias cannot lead from one
 * with a namespace to one without, but readers do not look at namespaces where names are the same.
 */
function moveType(obstacle: AvroObstacle, editor: AvroEditor, say: Say): void {
  if (obstacle.kind !== 'type_renamed') return;
  const { old, next } = obstacle;
  const moved = nameOnTheWay(old, next);
  if (moved === old.name) return;
  editor.renameType(old, moved);
  say(
    `move ${old.name.fullName}`,
    `Moves ${old.type} ${old.name.fullName} to ${moved.fullName}: from there an alias can lead to its new name.`,
  );
}

/** The name by which an alias between an older and a newer type knows the older one. */
function nameOnTheWay(old: AvroNamedType, next: AvroNamedType): AvroName {
  const { namespace } = next.name;
  if ((old.name.namespace === undefined) === (namespace === undefined)) return old.name;
  const { name } = old.name;
  return { name, namespace, fullName: namespace === undefined ? name : `${namespace}.${name}` };
}

/** What lets readers of the older schema read what comes after it. */
function prepareOld(obstacle: AvroObstacle, editor: AvroEditor, say: Say): void {
  switch (obstacle.kind) {
    case 'field_removed':
    case 'field_retyped': {
      const name = sayField(obstacle.old);
      giveDefault(obstacle.old, editor, (value) => {
        say(`default ${name}`, `Gives ${name} ${value}, so that its readers do without the field.`);
      });
      return;
    }
    case 'field_renamed': {
      const { old, next } = obstacle;
      if (old.field.aliases.includes(next.field.name)) return;
      editor.addFieldAlias(old.record, old.field.name, next.field.name);
      const name = sayField(old);
      say(`alias ${name}`, `Gives ${name} the alias '${next.field.name}', its name to come.`);
      return;
    }
    case 'type_renamed': {
      const { old, next } = obstacle;
      editor.addTypeAlias(old, next.name);
      say(
        `alias ${old.name.fullName}`,
        `Gives ${old.type} ${old.name.name} the alias ${next.name.fullName}, its name to come.`,
      );
      return;
    }
    case 'symbols_changed': {
      const { old, next, added } = obstacle;
      const symbol = added.length === 0 ? undefined : chooseEnumDefault(old.symbols, next.symbols);
      if (symbol === undefined) return;
      editor.setEnumDefault(old, symbol);
      say(
        `enum ${old.name.fullName}`,
        `Gives enum ${old.name.name} the default ${symbol}, as which its readers take symbols that they do not know.`,
      );
      return;
    }
  }
}

/** What lets the newer schema read what came before it. */
function prepareNext(obstacle: AvroObstacle, editor: AvroEditor, say: Say): void {
  switch (obstacle.kind) {
    case 'field_added': {
      const name = sayField(obstacle.next);
      giveDefault(obstacle.next, editor, (value) => {
        say(`default ${name}`, `Adds ${name} with ${value}, which stands in for it in older data.`);
      });
      return;
    }
    case 'field_renamed': {
      const { old, next } = obstacle;
      if (next.field.aliases.includes(old.field.name)) return;
      editor.addFieldAlias(next.record, next.field.name, old.field.name);
      const name = sayField(next);
      say(`alias ${name}`, `Gives ${name} the alias '${old.field.name}', its name so far.`);
      return;
    }
    case 'type_renamed': {
      const { old, next } = obstacle;
      const { fullName } = nameOnTheWay(old, next);
      editor.addTypeAlias(next, nameOnTheWay(old, next));
      say(
        `alias ${next.name.fullName}`,
        `Gives ${next.type} ${next.name.name} the alias ${fullName}, its name so far.`,
      );
      return;
    }
    case 'symbols_changed': {
      const { old, next, removed } = obstacle;
      const symbol =
        removed.length === 0 ? undefined : chooseEnumDefault(next.symbols, old.symbols);
      if (symbol === undefined) return;
      editor.setEnumDefault(next, symbol);
      say(
        `enum ${next.name.fullName}`,
        `Gives enum ${next.name.name} the default ${symbol}, as which it reads symbols that are gone.`,
      );
      return;
    }
  }
}

function giveDefault(
  { record, field }: Parameters<typeof sayField>[0],
  editor: AvroEditor,
  tell: (value: string) => void,
): void {
  if (field.default !== undefined) {
    tell(sayDefault(field.default));
    return;
  }
  const value = zeroValue(field.type);
  if (value === undefined) return;
  editor.setDefault(record, field.name, value);
  tell(sayDefault(value));
}
