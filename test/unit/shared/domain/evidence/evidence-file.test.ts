import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  attachEvidence,
  describeEvidence,
  fileFields,
  type AttachInput,
  type EvidenceDescription,
} from '../../../../../shared/domain/evidence/evidence-file.ts';
import { evidenceOf } from '../../../../../shared/domain/evidence/evidence-link.ts';
import {
  after,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const description: EvidenceDescription = {
  ...{ receivedOn: day('2026-07-06'), sourcePerson: 'Identity lead', sourceSystem: 'Directory' },
  ...{ asOf: day('2026-06-30'), coversFrom: null, coversTo: null, redacted: false, requestId: null },
};
const target = { kind: 'test', id: 'test-operating' } as const;
const input: AttachInput = { target, description };
const file = (name: string, bytes = name) => ({
  sha256: sha256(bytes),
  originalName: name,
  size: bytes.length,
});
const state = fieldworkState();

describe('attaching files', () => {
  it('records each file with its hash and ties it to the target', () => {
    const files = [file('a.png'), file('b.pdf')];
    const done = taken(state, attachEvidence(contextOf(state), { ...input, files }));
    expect(evidenceOf(done, target)).toMatchObject([
      {
        originalName: 'a.png',
        mime: 'image/png',
        sha256: sha256('a.png'),
        receivedOn: '2026-07-06',
        asOf: '2026-06-30',
      },
      { originalName: 'b.pdf', mime: 'application/pdf', size: 5 },
    ]);
  });

  it('knows the same bytes under the same name, within one action and later', () => {
    const files = [file('a.png'), file('a.png'), file('copy.png', 'a.png')];
    const once = taken(state, attachEvidence(contextOf(state), { ...input, files }));
    expect(all(once, 'evidenceFile')).toHaveLength(2);
    expect(all(once, 'evidenceLink')).toHaveLength(2);
    const elsewhere = { kind: 'workpaper', id: 'wp-design' } as const;
    const twice = taken(
      once,
      attachEvidence(contextOf(once), { description, target: elsewhere, files: [file('a.png')] }),
    );
    expect(all(twice, 'evidenceFile')).toHaveLength(2);
    expect(evidenceOf(twice, elsewhere)).toHaveLength(1);
  });

  it('needs no target: a file may be tied later', () => {
    const done = taken(
      state,
      attachEvidence(contextOf(state), { description, target: null, files: [file('a.png')] }),
    );
    expect(all(done, 'evidenceLink')).toEqual([]);
  });

  it('marks the request that it answers as received', () => {
    const request = {
      code: 'R-001',
      description: 'Logs',
      dueDate: null,
      controlIds: [],
      coversFrom: null,
    } as const;
    const asked = after(state, [
      add('evidenceRequest', 'r-1', { ...request, coversTo: null, remarks: '', status: 'sent' }),
      add('evidenceRequest', 'r-2', {
        ...request,
        code: 'R-002',
        coversTo: null,
        remarks: '',
        status: 'draft',
      }),
    ]);
    const answer = (requestId: string) =>
      taken(
        asked,
        attachEvidence(contextOf(asked), {
          target,
          description: { ...description, requestId },
          files: [file('a')],
        }),
      );
    expect(find(answer('r-1'), 'evidenceRequest', 'r-1')?.status).toBe('received');
    expect(find(answer('r-2'), 'evidenceRequest', 'r-2')?.status).toBe('draft');
  });

  it.each([
    [
      'receipt in the future',
      { receivedOn: day('2026-07-11') },
      'The file is said to be received in the future.',
    ],
    [
      'a span that ends before it begins',
      { asOf: null, coversFrom: day('2026-02-01'), coversTo: day('2026-01-01') },
      'The span that the file speaks for has no beginning or no end, or ends before it begins.',
    ],
    [
      'half a span',
      { asOf: null, coversFrom: day('2026-02-01') },
      'The span that the file speaks for has no beginning or no end, or ends before it begins.',
    ],
    [
      'a day and a span',
      { coversFrom: day('2026-01-01'), coversTo: day('2026-02-01') },
      'A file speaks for one day or for a span, not for both.',
    ],
    ['an unknown request', { requestId: 'no' }, 'The request is not on record.'],
  ])('refuses %s', (_, wrong, message) => {
    const attach = attachEvidence(contextOf(state), {
      target,
      description: { ...description, ...wrong },
      files: [file('a')],
    });
    expect(refusalOf(attach).message).toBe(message);
  });

  it('refuses a target that is not on record, and a person outside the team', () => {
    const files = [file('a')];
    const nowhere = { description, target: { kind: 'sampleItem', id: 'no' } as const, files };
    expect(refusalOf(attachEvidence(contextOf(state), nowhere)).code).toBe('not-found');
    expect(refusalOf(attachEvidence(contextOf(state, { actorId: 'p-eqr' }), { ...input, files })).code).toBe(
      'not-in-team',
    );
  });
});

describe('describing a file', () => {
  it('corrects what is said about it and leaves its bytes alone', () => {
    const stored = after(state, [add('evidenceFile', 'ev-1', fileFields(file('a.png'), description))]);
    const corrected = { ...description, sourceSystem: 'Ticket system', asOf: null };
    const done = taken(
      stored,
      describeEvidence(contextOf(stored), { evidenceId: 'ev-1', revision: 1, description: corrected }),
    );
    expect(find(done, 'evidenceFile', 'ev-1')).toMatchObject({
      sourceSystem: 'Ticket system',
      asOf: null,
      sha256: sha256('a.png'),
    });
    const stale = describeEvidence(contextOf(done), { evidenceId: 'ev-1', revision: 1, description });
    expect(refusalOf(stale).code).toBe('stale-revision');
  });
});
