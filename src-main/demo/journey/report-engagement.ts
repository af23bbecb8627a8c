import { fillText } from '../company.ts';
import { letterValues } from '../letters.ts';
import type { Journey } from './journey.ts';

/** Where the report and the workbook go, and the passphrase of the firm's key. */
export interface ReportPlaces {
  readonly report: string;
  readonly workpapers: string;
}

/** From the concluded tests to the decided opinion: criteria, description, letters. */
export async function concludeEngagement(journey: Journey): Promise<void> {
  await concludeCriteria(journey);
  await writeDescription(journey);
  await fileLetters(journey);
  await journey.as('manager');
  await journey.do('engagement.move', { to: 'wrapUp' });
  await journey.as('partner');
  await decideOpinion(journey);
}

/** The issued report and the workbook of a concluded engagement. Gives the number of pages of the report. */
export async function reportEngagement(journey: Journey, places: ReportPlaces): Promise<number> {
  const pages = await signAndIssue(journey);
  await journey.do('report.export', { what: 'signed', token: places.report });
  await journey.do('workpapers.export', { token: places.workpapers });
  return pages;
}

async function concludeCriteria(journey: Journey): Promise<void> {
  await journey.as('manager');
  for (const conclusion of journey.inputs.criterionConclusions) {
    const isTypeI = journey.type === 'I';
    await journey.do('criteria.conclude', {
      code: conclusion.criterionId,
      result: isTypeI ? 'met' : conclusion.result,
      rationale: isTypeI ? 'The mapped controls are suitably designed and in place.' : conclusion.rationale,
      reliesOnUserControls: conclusion.reliesOnCuec,
      reliesOnSubserviceControls: conclusion.reliesOnCsoc,
    });
  }
}

async function writeDescription(journey: Journey): Promise<void> {
  const { company } = journey.inputs;
  const values = letterValues(company, journey.type);
  await journey.as('senior');
  for (const section of company.description) {
    const own = journey.type === 'I' ? section.typeOne : section.typeTwo;
    const code = section.dc as 'DC1'; // one of DC1 to DC9, checked when the texts were read
    if (journey.type === 'I' && section.dc === 'DC9') continue;
    const text = [...section.paragraphs, ...own].map((paragraph) => fillText(paragraph, values)).join('\n\n');
    await journey.do('description.save', { code, text });
  }
}

async function fileLetters(journey: Journey): Promise<void> {
  for (const kind of ['assertion', 'representation'] as const) {
    const letter = journey.inputs.letters.find(
      (item) => item.kind === kind && item.engagement === journey.type,
    );
    if (letter === undefined) throw new Error(`the sample inputs hold no ${kind} letter`);
    await journey.do('letter.file', {
      kind,
      date: letter.date,
      signatories: [...letter.signatories],
      token: journey.path(letter.file),
    });
  }
  const { company } = journey.inputs;
  await journey.do('subsequent.recordInquiry', {
    coversTo: journey.today,
    text: fillText(company.subsequentEvents, letterValues(company, journey.type)),
  });
}

async function decideOpinion(journey: Journey): Promise<void> {
  const { suggestion } = await journey.do('opinion.get', {});
  const { description, design, operation } = suggestion;
  await journey.do('opinion.decide', { description, design, operation });
}

async function signAndIssue(journey: Journey): Promise<number> {
  const { otherInformation } = journey.inputs.company;
  const text = journey.type === 'I' ? '' : otherInformation.join('\n\n');
  await journey.do('report.edit', {
    reportDate: journey.today,
    releaseDate: journey.today,
    otherInformation: text,
  });
  await journey.do('report.submit', await present(journey));
  await journey.do('report.markReady', await present(journey));
  await makeFirmKey(journey);
  const signed = await journey.do('report.sign', {
    ...(await present(journey)),
    passphrase: journey.passphrase,
  });
  await journey.do('report.issue', await present(journey));
  return signed.pages;
}

/** The firm's key of the sample profile: self-signed, and named so wherever it is shown. */
async function makeFirmKey(journey: Journey): Promise<void> {
  const { isPresent } = await journey.do('firmKey.get', {});
  if (!isPresent) await journey.do('firmKey.create', { passphrase: journey.passphrase });
}

async function present(journey: Journey): Promise<{ readonly id: string; readonly revision: number }> {
  const { versions } = await journey.do('report.get', {});
  const [latest] = versions;
  if (latest === undefined) throw new Error('the engagement has no report yet');
  return { id: latest.id, revision: latest.revision };
}
