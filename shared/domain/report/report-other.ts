/** Section V: management's responses and other information, not examined. */
import { numberedDeviations } from './report-numbering.ts';
import { paragraph } from './report-text.ts';
import { writtenLead } from './report-tests.ts';
import type { ReportFacts } from './report-facts.ts';
import type { OtherInformationSection } from './report-model.ts';
import type { WordingReader } from './report-wording.ts';

/** Writes Section V; null when management gave neither a response nor other information. */
export function writeOther(facts: ReportFacts, reader: WordingReader): OtherInformationSection | null {
  const numbered = numberedDeviations(facts);
  const hasResponses = numbered.some(({ outcome }) => outcome.response !== null);
  if (!hasResponses && facts.otherInformation.length === 0) return null;
  return {
    title: reader.words('title.other'),
    notice: reader.phrase('other.notice'),
    responsesHeading: reader.words('other.responsesHeading'),
    responses: numbered.map(({ number, control, test, outcome }) => ({
      number,
      control: control.id,
      finding: `${writtenLead(test, outcome.deviating)} ${outcome.nature}`,
      text: outcome.response,
    })),
    other: facts.otherInformation.map(({ heading, paragraphs }) => ({
      heading,
      blocks: paragraphs.map((text) => paragraph(text)),
    })),
  };
}
