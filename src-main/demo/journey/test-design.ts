import type { SampleControl } from '../sample-inputs.ts';
import type { EvidenceShelf } from './evidence-shelf.ts';
import type { Journey } from './journey.ts';

/** Walks through every control and concludes its design. */
export async function testDesign(
  journey: Journey,
  shelf: EvidenceShelf,
  controls: ReadonlyMap<string, string>,
): Promise<void> {
  await journey.as('staff');
  for (const control of journey.inputs.controls) {
    const controlId = controls.get(control.id) ?? '';
    await testOneDesign(journey, shelf, control, controlId);
  }
}

async function testOneDesign(
  journey: Journey,
  shelf: EvidenceShelf,
  control: SampleControl,
  controlId: string,
): Promise<void> {
  const before = await journey.do('design.get', { controlId });
  const { design } = control;
  for (const { nature, text, result } of design.procedures)
    await journey.do('design.addProcedure', {
      workpaperId: before.workpaperId,
      nature,
      text,
      subject: control.ownerTitle,
      performedOn: journey.today,
      result,
    });
  await journey.do('design.describe', {
    testId: before.testId,
    instance: `${design.instance} (${design.instanceDate.slice(0, 10)})`,
  });
  const evidenceIds = [...(await shelf.idsOf(design.evidenceIds))];
  await journey.do('evidence.link', { evidenceIds, target: { kind: 'test', id: before.testId } });
  const { testRevision } = await journey.do('design.get', { controlId });
  await journey.do('design.conclude', {
    testId: before.testId,
    revision: testRevision,
    conclusion: 'effective',
    text: design.conclusion,
  });
}
