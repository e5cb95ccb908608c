import { orderByReference, type SchemaType } from '@srkit/registry-protocol';
import { describeNames, isSchemaError } from '@srkit/schemas';
import { findProvider } from './find-provider.ts';
import { type SubjectNaming, subjectFor } from './name-subject.ts';

/** A schema file: its path with `/`, relative to what is seeded, and its text. */
export interface SeedFile {
  path: string;
  text: string;
}

/** One registration to make, after those that it refers to. */
export interface SeedStep {
  file: SeedFile;
  schemaType: SchemaType;
  subject: string;
  /** How the text names what it needs, and the file that has it. */
  needs: { name: string; path: string }[];
}

/** What seeding would do: the steps in order, and the files that cannot be registered, with the reason. */
export interface SeedPlan {
  steps: SeedStep[];
  refused: { file: string; reason: string }[];
}

const typeByEnding: Readonly<Record<string, SchemaType>> = {
  avsc: 'AVRO',
  json: 'JSON',
  proto: 'PROTOBUF',
};

/** The type of schema that a file name stands for; undefined for a file that holds none. */
export function schemaTypeOfPath(path: string): SchemaType | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : typeByEnding[ending];
}

/** Decides in which order files are registered, under which subjects, and what refers to what. */
export function planSeed(files: readonly SeedFile[], naming: SubjectNaming): SeedPlan {
  const plan: SeedPlan = { steps: [], refused: [] };
  const described: (SeedStep & { defines: string[]; uses: string[] })[] = [];
  const holders = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const schemaType = schemaTypeOfPath(file.path);
    if (!schemaType) continue;
    try {
      const { defines, uses } = describeNames(schemaType, file.text);
      const subject = subjectFor(naming, file.path, defines);
      const holder = holders.get(subject);
      if (holder !== undefined) {
        plan.refused.push({
          file: file.path,
          reason: `The subject '${subject}' is already that of ${holder}. Choose another naming.`,
        });
        continue;
      }
      holders.set(subject, file.path);
      described.push({ file, schemaType, subject, needs: [], defines, uses });
    } catch (error) {
      if (!isSchemaError(error)) throw error;
      plan.refused.push({ file: file.path, reason: error.message });
    }
  }

  for (const step of described) {
    const others = described.filter((other) => other.schemaType === step.schemaType);
    for (const name of step.uses) {
      const path = findProvider(step, name, others);
      if (path !== undefined) step.needs.push({ name, path });
    }
  }
  const { ordered, cycles } = orderByReference(
    described,
    (step) => step.file.path,
    (step) => step.needs.map(({ path }) => path),
  );
  const circular = new Map(
    cycles.flatMap((cycle) => cycle.map((step) => [step, cycle.map((each) => each.file.path)])),
  );
  for (const step of ordered) {
    const circle = circular.get(step);
    const { file, schemaType, subject, needs } = step;
    if (!circle) plan.steps.push({ file, schemaType, subject, needs });
    else
      plan.refused.push({
        file: file.path,
        reason: `It is one of files that refer to each other in a circle: ${circle.join(', ')}.`,
      });
  }
  return plan;
}
