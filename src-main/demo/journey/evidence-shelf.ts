import type { ClientRequests } from './client-requests.ts';
import type { Journey } from './journey.ts';
import type { SampleEvidence } from '../sample-inputs.ts';

/** Adds files of the sample inputs to the engagement, each once, and knows them by their sample id. */
export interface EvidenceShelf {
  /** The engagement's ids of sample files, added where they are not there yet. */
  idsOf(sampleIds: readonly string[]): Promise<readonly string[]>;
}

/** A shelf that is empty at first. Each file answers the request for its control. */
export function evidenceShelf(journey: Journey, requests: ClientRequests): EvidenceShelf {
  const samples = new Map(journey.inputs.evidence.map((item) => [item.id, item]));
  const added = new Map<string, string>();
  const add = async (sample: SampleEvidence): Promise<string> => {
    const { evidenceIds } = await journey.do('evidence.attach', {
      tokens: [journey.path(sample.file)],
      requestId: requests.get(sample.controlId) ?? null,
      receivedOn: sample.receivedAt.slice(0, 10),
      sourcePerson: '',
      sourceSystem: sample.source,
      coversFrom: sample.from.slice(0, 10),
      coversTo: sample.to.slice(0, 10),
    });
    const [id = ''] = evidenceIds;
    return id;
  };
  return {
    async idsOf(sampleIds) {
      const ids: string[] = [];
      for (const sampleId of sampleIds) {
        const sample = samples.get(sampleId);
        if (sample === undefined) throw new Error(`the sample inputs hold no evidence ${sampleId}`);
        const id = added.get(sampleId) ?? (await add(sample));
        added.set(sampleId, id);
        ids.push(id);
      }
      return ids;
    },
  };
}
