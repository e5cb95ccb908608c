import { spendEffort } from '../../../json/effort.ts';
import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../../lossless-json/value.ts';
import { isMembers } from '../../plain-value.ts';
import { quote } from '../../value-problem.ts';
import { addMarks, newMarks } from '../run.ts';
import type { Check, KeywordContext, SchemaPart } from '../schema-part.ts';
import { fitsPart, tellPart } from '../walk-part.ts';
import { hasMember } from './members.ts';
import { partsByName } from './object.ts';
import { tellAbsence } from './tell-members.ts';

/** `dependencies`, of names and of schemas, as drafts up to 7 have them in one keyword */
export function readDependencies(written: JsonValue, context: KeywordContext): Check | undefined {
  const names = requiredNames(written, context);
  const schemas = dependentSchemas(partsByName(context, 'dependencies'));
  return {
    fits: (value, run, marks) => names.fits(value, run, marks) && schemas.fits(value, run, marks),
    tell: (value, telling) => {
      names.tell(value, telling);
      schemas.tell(value, telling);
    },
  };
}

/** `dependentRequired` */
export function readDependentRequired(written: JsonValue, context: KeywordContext): Check {
  return requiredNames(written, context);
}

/** `dependentSchemas` */
export function readDependentSchemas(_: JsonValue, context: KeywordContext): Check {
  return dependentSchemas(partsByName(context, 'dependentSchemas'));
}

function requiredNames(written: JsonValue, { place, parts }: KeywordContext): Check {
  const needs: [name: string, others: string[]][] = [];
  for (const [name, others] of isJsonObject(written) ? written : []) {
    if (isJsonArray(others))
      needs.push([name, others.filter((other) => typeof other === 'string')]);
    // Draft 3 wrote a single name, and some still do.
    else if (typeof others === 'string') needs.push([name, [others]]);
  }
  return {
    fits: (value, run) => {
      spendEffort(run.effort, needs.length / 8);
      if (!isMembers(value)) return true;
      for (const [name, others] of needs) {
        if (!hasMember(value, name)) continue;
        spendEffort(run.effort, others.length / 8);
        if (!others.every((other) => hasMember(value, other))) return false;
      }
      return true;
    },
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      for (const [name, others] of needs) {
        if (!hasMember(value, name)) continue;
        const missing = others.filter((other) => !hasMember(value, other));
        const because = ` where ${quote(name)} is there`;
        for (const other of missing) tellAbsence(other, because, place, parts, telling);
      }
    },
  };
}

function dependentSchemas(byName: ReadonlyMap<string, SchemaPart>): Check {
  return {
    fits: (value, run, marks) => {
      if (!isMembers(value)) return true;
      for (const [name, part] of byName) {
        if (!hasMember(value, name)) continue;
        const own = marks && newMarks();
        if (!fitsPart(part, value, run, own)) return false;
        if (marks !== undefined && own !== undefined) addMarks(marks, own);
      }
      return true;
    },
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      for (const [name, part] of byName) if (hasMember(value, name)) tellPart(part, value, telling);
    },
  };
}
