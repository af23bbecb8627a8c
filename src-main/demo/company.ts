import { z } from 'zod';
import { readChecked } from './demo-data.ts';

const role = z.enum(['staff', 'senior', 'manager', 'partner']);
const dated = {
  acceptedOn: z.string(),
  engagementLetterDate: z.string(),
  fieldworkFrom: z.string(),
  fieldworkTo: z.string(),
  reportDate: z.string(),
};

const company = z.object({
  client: z.strictObject({
    legalName: z.string(),
    shortName: z.string(),
    industry: z.string(),
    address: z.string(),
    contacts: z.array(z.strictObject({ name: z.string(), title: z.string(), email: z.string() })),
  }),
  firm: z.strictObject({
    name: z.string(),
    city: z.string(),
    state: z.string(),
    licenceNumber: z.string(),
    retentionYears: z.int(),
  }),
  team: z.array(
    z.strictObject({ role, name: z.string(), initials: z.string(), email: z.string(), isCpa: z.boolean() }),
  ),
  independenceStatement: z.string(),
  systemName: z.string(),
  categories: z.array(z.enum(['Security', 'Availability', 'Confidentiality'])),
  standardsProfile: z.string(),
  engagements: z.strictObject({
    I: z.strictObject({ type: z.literal('I'), asOfDate: z.string(), ...dated }),
    II: z.strictObject({ type: z.literal('II'), periodStart: z.string(), periodEnd: z.string(), ...dated }),
  }),
  acceptance: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  scope: z.strictObject({
    boundary: z.string(),
    infrastructure: z.string(),
    software: z.string(),
    people: z.string(),
    procedures: z.string(),
    data: z.string(),
    locations: z.array(z.string()),
    nonRelevantCriteria: z.array(z.string()),
  }),
  planning: z.strictObject({
    understanding: z.string(),
    risks: z.array(z.strictObject({ risk: z.string(), response: z.string() })),
    materiality: z.string(),
    fraud: z.string(),
  }),
  subservice: z.array(
    z.strictObject({
      name: z.string(),
      service: z.string(),
      method: z.literal('carveOut'),
      criteria: z.array(z.string()),
      csocs: z.array(z.strictObject({ text: z.string(), criteria: z.array(z.string()) })),
      monitoringControlIds: z.array(z.string()),
    }),
  ),
  cuecs: z.array(
    z.strictObject({
      number: z.string(),
      text: z.string(),
      criteria: z.array(z.string()),
      controlIds: z.array(z.string()),
    }),
  ),
  commitments: z.array(
    z.strictObject({
      kind: z.enum(['commitment', 'requirement']),
      text: z.string(),
      categories: z.array(z.string()),
    }),
  ),
  /** `paragraphs` stand in both reports; `typeOne` and `typeTwo` only in theirs. */
  description: z.array(
    z.strictObject({
      dc: z.string(),
      title: z.string(),
      paragraphs: z.array(z.string()),
      typeOne: z.array(z.string()).default([]),
      typeTwo: z.array(z.string()).default([]),
    }),
  ),
  assertion: z.strictObject({
    opening: z.string(),
    points: z.array(z.string()),
    operation: z.string(),
    carveOut: z.string(),
  }),
  representation: z.array(z.string()),
  engagementLetter: z.array(z.string()),
  subsequentEvents: z.string(),
  summary: z.string(),
  otherInformation: z.array(z.string()),
  reviewNotes: z.array(
    z.strictObject({ controlId: z.string(), author: role, text: z.string(), response: z.string() }),
  ),
});

/** The fictional client, firm, team, scope and texts of both engagements. */
export type Company = z.infer<typeof company>;

export const readCompany = (): Company => readChecked('demo/company.json', company);

/** Puts values in the places that a text keeps open as `{name}`. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
