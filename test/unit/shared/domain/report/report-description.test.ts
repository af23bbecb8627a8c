import { describe, expect, it } from 'vitest';
import {
  complementaryAnchor,
  criteriaLinks,
  joinLinks,
  writeDescription,
} from '../../../../../shared/domain/report/report-description.ts';
import type { DescriptionPart } from '../../../../../shared/domain/report/report-model.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import type { SpecimenOptions } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

function partsOf(options: SpecimenOptions): readonly DescriptionPart[] {
  const facts = specimenFacts(options);
  return writeDescription(facts, readWording(specimenWording, commonSlots(facts)));
}

const textOf = (part: DescriptionPart | undefined): string => JSON.stringify(part?.blocks ?? []);

describe('writeDescription', () => {
  it('answers DC1 to DC9 for Type II and DC1 to DC8 for Type I', () => {
    expect(partsOf({}).map(({ dc }) => dc)).toEqual(
      Array.from({ length: 9 }, (_, index) => `DC${String(index + 1)}`),
    );
    expect(partsOf({ type: 'I' }).at(-1)?.dc).toBe('DC8');
  });

  it('has no part without text', () => {
    for (const part of partsOf({ method: 'none', userEntityControls: false })) {
      expect(part.blocks.length, part.dc).toBeGreaterThan(0);
    }
  });

  it('states what is absent', () => {
    const parts = partsOf({ method: 'none', userEntityControls: false });
    expect(textOf(parts[5])).toContain('without assuming controls at user entities');
    expect(textOf(parts[6])).toContain('No subservice organization operates controls');
  });

  it('prints management’s words where they belong, and states what is absent only where it says nothing', () => {
    const none = { method: 'none', userEntityControls: false } as const;
    const facts = specimenFacts(none);
    const said = {
      ...facts,
      description: {
        ...facts.description,
        userEntityStatement: ['Users have no duty.'],
        notRelevantStatement: ['One was left out.'],
      },
    };
    const parts = writeDescription(said, readWording(specimenWording, commonSlots(said)));
    expect(textOf(parts[5])).toContain('Users have no duty.');
    expect(textOf(parts[5])).not.toContain('without assuming');
    expect(textOf(parts[7])).toMatch(/One was left out.*P3\.2/);
    expect(textOf(parts[4])).not.toContain('One was left out');
  });

  it('lists the controls assumed of a carved-out organization, none for an included one', () => {
    expect(textOf(partsOf({})[6])).toContain('CS-3');
    expect(textOf(partsOf({ method: 'inclusive' })[6])).not.toContain('CS-3');
    expect(textOf(partsOf({ method: 'inclusive' })[6])).toContain('VEN-01');
  });

  it('gives the reason for each criterion that is not relevant', () => {
    expect(textOf(partsOf({})[7])).toMatch(/P3\.2.*no personal information that needs explicit consent/);
  });

  it('puts an anchor on the row of every assumed control', () => {
    const tables = partsOf({})[5]?.blocks.flatMap((one) => (one.kind === 'table' ? [one] : [])) ?? [];
    expect(tables.flatMap(({ anchors }) => anchors)).toContain(complementaryAnchor('UE-8'));
  });
});

describe('joinLinks', () => {
  it('parts links with commas', () => {
    expect(spansText(criteriaLinks(['CC1.1', 'CC1.2']))).toBe('CC1.1, CC1.2');
    expect(joinLinks([], 'none')).toEqual([]);
  });
});
