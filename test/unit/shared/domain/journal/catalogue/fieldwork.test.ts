import { expect, it } from 'vitest';
import { fieldworkEntities } from '../../../../../../shared/domain/journal/catalogue/fieldwork.ts';

it('merges the assignment of a workpaper by the later word, and its text by a person', () => {
  expect(fieldworkEntities.workpaper.assigneeId.merge).toBe('lastWins');
  expect(fieldworkEntities.workpaper.body.merge).toBe('resolve');
  expect(fieldworkEntities.workpaper.kind.merge).toBe('appendOnly');
});

it('lets a cell of the grid be empty, and names its results', () => {
  expect(fieldworkEntities.attributeResult.result.optional).toBe(true);
  expect(fieldworkEntities.attributeResult.result.values).toContain('deviation');
});
