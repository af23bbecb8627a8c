import type { ControlSpec, LibraryControl } from '../demo-data.ts';
import type { SampleControl, SampleDesign } from '../sample-inputs.ts';

/** The instance that the auditor walked through, with its evidence. */
export interface Walkthrough {
  readonly instance: string;
  readonly date: string;
  readonly evidenceIds: readonly string[];
}

/** Joins the client's control with the starting values of the control library. */
export function buildControl(
  spec: ControlSpec,
  library: LibraryControl,
  inScope: readonly string[],
  walkthrough: Walkthrough,
): SampleControl {
  return {
    id: spec.id,
    title: library.title,
    text: spec.text,
    ownerTitle: spec.ownerTitle,
    nature: library.nature,
    type: spec.type,
    frequency: spec.frequency ?? library.frequency,
    criteria: library.criteria
      .filter((id) => inScope.includes(id))
      .map((id) => ({ id, role: spec.supporting.includes(id) ? 'supporting' : 'primary' })),
    design: designOf(spec, library, walkthrough),
  };
}

/** Attributes of the operating test with the library's open places filled. */
export function attributesOf(
  library: LibraryControl,
): readonly { readonly key: string; readonly text: string }[] {
  return library.typeII.attributes.map(({ key, test }) => ({ key, text: fillParameters(test, library) }));
}

function designOf(spec: ControlSpec, library: LibraryControl, walkthrough: Walkthrough): SampleDesign {
  return {
    procedures: library.typeISteps.map((step) => ({
      nature: natureOf(step),
      text: inPastTense(fillParameters(step, library)),
      result:
        natureOf(step) === 'inquiry'
          ? `The ${spec.ownerTitle} described the control as its text says and named a stand-in.`
          : `${walkthrough.instance}, ${walkthrough.date}. ${spec.walkthrough.seen}`,
    })),
    instance: walkthrough.instance,
    instanceDate: walkthrough.date,
    evidenceIds: walkthrough.evidenceIds,
    conclusion:
      'The control is in place as described and, operating as designed, meets the criteria it is mapped to.',
  };
}

function natureOf(step: string): SampleDesign['procedures'][number]['nature'] {
  if (step.startsWith('Inquire')) return 'inquiry';
  if (step.startsWith('Observe')) return 'observation';
  return step.startsWith('Reperform') ? 'reperformance' : 'inspection';
}

/** Verbs with which the library's steps begin, as a report tells what was done. */
const pastTense: Readonly<Record<string, string>> = {
  Compare: 'Compared',
  Inquire: 'Inquired',
  Inspect: 'Inspected',
  Observe: 'Observed',
  Reperform: 'Reperformed',
  'Reperform:': 'Reperformed:',
  Run: 'Ran',
  Trace: 'Traced',
  Walk: 'Walked',
};

/** A step of the library, which says what to do, as a procedure that was done. */
function inPastTense(step: string): string {
  const [verb = '', ...rest] = step.split(' ');
  return [pastTense[verb] ?? verb, ...rest].join(' ');
}

function fillParameters(text: string, library: LibraryControl): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) =>
    String(library.parameters?.[name] ?? place),
  );
}
