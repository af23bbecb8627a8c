import type { InputOf } from '../../../shared/contract/procedure.ts';
import type { planningContract } from '../../../shared/contract/planning.ts';
import { clientTimeZone } from '../client-time-zone.ts';
import type { Journey, Role } from './journey.ts';

type Question = InputOf<(typeof planningContract)['acceptance.answer']>['question'];

/** Answers to the acceptance form of the sample engagement. */
const answers: Readonly<Record<Question, string>> = {
  integrity: 'Public records, the previous auditor’s reply and our interviews raised no doubt.',
  competence: 'The team has examined hosting providers before; a senior with cloud experience is assigned.',
  responsibility: 'Management confirmed its responsibilities in the engagement letter.',
  criteria: 'The trust services criteria are published and known to the users of the report.',
  access: 'Read access to the systems of record is agreed; a contact is named for each control.',
  independence: 'No services beyond this examination; no one of the team worked for the client.',
  use: 'The report goes to customers and prospects under confidentiality agreements.',
};

/** From the empty file to the start of fieldwork: team, acceptance, letter, scope and controls. Gives the controls' ids. */
export async function planEngagement(journey: Journey): Promise<ReadonlyMap<string, string>> {
  await makeTeam(journey);
  await accept(journey);
  await fileEngagementLetter(journey);
  await journey.do('engagement.move', { to: 'planning' });
  await writeScope(journey);
  const controls = await addControls(journey);
  await writeSubservice(journey, controls);
  await journey.as('manager');
  await journey.do('engagement.move', { to: 'fieldwork' });
  return controls;
}

async function makeTeam(journey: Journey): Promise<void> {
  const { company } = journey.inputs;
  const known = await journey.do('person.list', {});
  for (const member of company.team) {
    if (known.persons.some((person) => person.initials === member.initials)) continue;
    const { name, initials, email, isCpa, role } = member;
    const person = { name, initials, email, isCpa, credential: isCpa ? 'CPA' : '', roles: [role] };
    await journey.do('person.create', { ...person, passphrase: journey.passphrase });
  }
  await journey.as('partner');
  const firm = { ...company.firm, qualityReviewRequired: false };
  await journey.do('firm.save', firm);
  await journey.do('engagement.create', { ...engagementInput(journey), firm });
  for (const member of company.team.filter((person) => person.role !== 'partner'))
    await journey.do('team.add', { personId: member.initials, role: member.role });
  for (const role of ['staff', 'senior', 'manager', 'partner'] satisfies Role[]) {
    await journey.as(role);
    await journey.do('team.confirmIndependence', { statement: company.independenceStatement });
  }
}

function engagementInput(journey: Journey) {
  const { client, engagements, systemName, categories } = journey.inputs.company;
  const dates =
    journey.type === 'I'
      ? { type: 'I' as const, asOfDate: engagements.I.asOfDate }
      : {
          type: 'II' as const,
          periodStart: engagements.II.periodStart,
          periodEnd: engagements.II.periodEnd,
        };
  return {
    ...dates,
    place: journey.file,
    passphrase: journey.passphrase,
    categories: [...categories],
    clientLegalName: client.legalName,
    clientShortName: client.shortName,
    clientAddress: client.address,
    clientIndustry: client.industry,
    systemName,
    timeZone: clientTimeZone,
    plannedReportDate: journey.today,
    role: 'partner' as const,
  };
}

async function accept(journey: Journey): Promise<void> {
  await journey.as('partner');
  for (const [question, note] of Object.entries(answers))
    await journey.do('acceptance.answer', { question: question as Question, answer: 'yes', note }); // the keys of the record above
  await journey.do('acceptance.conclude', { conclusion: 'accept' });
  await journey.do('engagement.move', { to: 'accepted' });
}

async function fileEngagementLetter(journey: Journey): Promise<void> {
  const letter = journey.inputs.letters.find(
    (item) => item.kind === 'engagement' && item.engagement === journey.type,
  );
  if (letter === undefined) throw new Error('the sample inputs hold no engagement letter');
  await journey.do('letter.file', {
    kind: 'engagement',
    date: letter.date,
    signatories: [...letter.signatories],
    token: journey.path(letter.file),
  });
}

async function writeScope(journey: Journey): Promise<void> {
  const { company } = journey.inputs;
  await journey.as('senior');
  const scope = await journey.do('scope.get', {});
  const { locations, boundary, infrastructure, software, people, procedures, data } = company.scope;
  const texts = { boundary, infrastructure, software, people, procedures, data };
  await journey.do('scope.save', { id: scope.id, revision: scope.revision, ...texts });
  for (const location of locations) await journey.do('scope.addLocation', { name: location, purpose: '' });
  for (const commitment of company.commitments)
    await journey.do('scope.addCommitment', {
      kind: commitment.kind,
      text: commitment.text,
      categories: commitment.categories as ('Security' | 'Availability' | 'Confidentiality')[], // the sample's categories are those of its engagement
    });
}

/** Adds and agrees the client's controls; gives the id of each by its number. */
async function addControls(journey: Journey): Promise<ReadonlyMap<string, string>> {
  await journey.as('staff');
  const ids = new Map<string, string>();
  for (const control of journey.inputs.controls) {
    const primary = control.criteria.filter((criterion) => criterion.role === 'primary');
    const added = await journey.do('control.add', {
      code: control.id,
      title: control.title,
      text: control.text,
      owner: control.ownerTitle,
      ownerTitle: control.ownerTitle,
      nature: control.nature,
      type: control.type,
      frequency: control.frequency,
      criteria: primary.map((criterion) => criterion.id),
    });
    const [id = ''] = added.ids;
    ids.set(control.id, id);
    for (const criterion of control.criteria.filter((item) => item.role === 'supporting'))
      await journey.do('control.map', { id, criterionCode: criterion.id, role: 'supporting' });
    await journey.do('control.agree', { id });
  }
  return ids;
}

async function writeSubservice(journey: Journey, controls: ReadonlyMap<string, string>): Promise<void> {
  const idsOf = (codes: readonly string[]) => codes.flatMap((code) => controls.get(code) ?? []);
  await journey.as('senior');
  let number = 0;
  for (const org of journey.inputs.company.subservice) {
    const { id } = await journey.do('scope.addSubservice', {
      name: org.name,
      service: org.service,
      method: org.method,
      criteria: org.criteria,
      monitoringControlIds: idsOf(org.monitoringControlIds),
      assertionPlanned: false,
    });
    for (const expected of org.csocs) {
      number += 1;
      const code = `CSOC-${String(number)}`;
      const row = { kind: 'subservice' as const, subserviceId: id, number: code, controlIds: [] };
      await journey.do('scope.addComplementary', {
        ...row,
        text: expected.text,
        criteria: expected.criteria,
      });
    }
  }
  for (const cuec of journey.inputs.company.cuecs)
    await journey.do('scope.addComplementary', {
      kind: 'user',
      number: cuec.number,
      text: cuec.text,
      criteria: cuec.criteria,
      controlIds: idsOf(cuec.controlIds),
    });
}
