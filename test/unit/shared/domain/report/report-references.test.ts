import { describe, expect, it } from 'vitest';
import {
  anchorsOf,
  linkTargets,
  missingReference,
} from '../../../../../shared/domain/report/report-references.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenModel } from '../../../../helpers/typeset-specimen.ts';

describe('missingReference', () => {
  it.each([{}, { type: 'I' }, { opinion: 'adverse' }, { method: 'inclusive' }] as const)(
    'finds a place for every link: %o',
    (options) => {
      const model = specimenModel(specimenFacts(options));
      expect(linkTargets(model).length).toBeGreaterThan(30);
      expect(missingReference(model)).toBeNull();
    },
  );

  it('names the first link that leads nowhere', () => {
    const model = specimenModel(specimenFacts());
    const [first, ...rest] = model.description.parts;
    const stray = { kind: 'paragraph', spans: [{ kind: 'page', target: 'ctl-NONE' }] } as const;
    const parts = first === undefined ? [] : [{ ...first, blocks: [stray] }, ...rest];
    expect(missingReference({ ...model, description: { ...model.description, parts } })).toBe('ctl-NONE');
  });

  it('knows a place once', () => {
    const anchors = anchorsOf(specimenModel(specimenFacts()));
    expect([...anchors].filter((anchor) => anchor.startsWith('dev-'))).toHaveLength(12);
    expect([...anchors].filter((anchor) => anchor.startsWith('ctl-'))).toHaveLength(59);
  });
});
