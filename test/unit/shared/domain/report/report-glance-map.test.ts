import { describe, expect, it } from 'vitest';
import { glanceMap } from '../../../../../shared/domain/report/report-glance-map.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';

const map = glanceMap(specimenFacts());
const boxes = map.rows.flat(2);
const inState = (state: string): readonly string[] =>
  boxes.filter((box) => box.state === state).map(({ id }) => id);

describe('glanceMap', () => {
  it('has one box per criterion, no row longer than the page and no series broken', () => {
    expect(boxes).toHaveLength(61);
    expect(map.rows.map((row) => row.flat().length)).toEqual([17, 16, 10, 18]);
    const series = map.rows.flat().map((group) => new Set(group.map(({ id }) => id.split('.')[0])));
    expect(series.every((names) => names.size === 1)).toBe(true);
  });

  it('shows criteria with deviations, the named one and the one that is not relevant', () => {
    expect(inState('named')).toEqual(['CC6.2']);
    expect(inState('notRelevant')).toEqual(['P3.2']);
    expect(inState('deviations')).toEqual([
      'CC1.1',
      'CC1.4',
      'CC1.5',
      'CC2.2',
      'CC3.2',
      'CC4.1',
      'CC4.2',
      'CC5.2',
      'CC6.1',
      'CC6.3',
      'CC7.1',
      'CC8.1',
      'CC9.2',
      'P6.4',
    ]);
  });

  it('says in words what it shows', () => {
    expect(map.altText).toContain('60 of 61 apply');
    expect(map.altText).toContain('Named in the qualified opinion: CC6.2.');
    expect(map.legend.map(({ state }) => state)).toEqual(['clear', 'deviations', 'named', 'notRelevant']);
  });

  it('speaks of no deviation for Type I', () => {
    const typeI = glanceMap(specimenFacts({ type: 'I' }));
    expect(JSON.stringify(typeI)).not.toMatch(/deviation/i);
    expect(typeI.legend.map(({ words }) => words)).toEqual(['Applies', 'Not relevant']);
  });
});
