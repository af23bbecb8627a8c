import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  attributesOf,
  designFinding,
  operatingTests,
  setAttributes,
  startTest,
  type AttributeText,
} from '../../../../../shared/domain/testing/start-test.ts';
import { changed, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { startedState, testedState } from '../../../../helpers/fieldwork-fixture.ts';

const attributes = [
  { key: 'A', text: 'Disabled on every system' },
  { key: 'B', text: 'Disabled within 24 hours' },
];
const waiting = changed(fieldworkState(), 'test', 'test-operating', { status: 'notStarted' });
const designed = changed(waiting, 'test', 'test-design', { status: 'concluded', conclusion: 'effective' });
const input = { controlId: 'control-1', attributes, another: false };

describe('starting an operating test', () => {
  it('takes the test that the control was given, with its attributes', () => {
    const paper = changed(designed, 'workpaper', 'wp-operating', { status: 'notStarted' });
    const done = taken(paper, startTest(contextOf(paper), input));
    expect(find(done, 'test', 'test-operating')?.status).toBe('inProgress');
    expect(find(done, 'workpaper', 'wp-operating')?.status).toBe('inProgress');
    expect(attributesOf(done, 'test-operating').map(({ key }) => key)).toEqual(['A', 'B']);
  });

  it.each([
    ['not concluded', waiting],
    [
      'not effective',
      changed(waiting, 'test', 'test-design', { status: 'concluded', conclusion: 'notEffective' }),
    ],
    ['under work again', changed(designed, 'test', 'test-design', { status: 'inProgress' })],
  ])('is refused while the design is %s (gate D3)', (_, state) => {
    expect(refusalOf(startTest(contextOf(state), input))).toEqual({
      code: 'D3',
      message:
        'Design of LA-02 is not concluded effective. Conclude design first, or mark operation ‘not tested, design deficient’.',
    });
  });

  it('lets a reviewed design count', () => {
    const reviewed = changed(designed, 'test', 'test-design', { status: 'reviewed' });
    const control = find(reviewed, 'control', 'control-1');
    expect(control && designFinding(reviewed, control)).toBeNull();
  });

  it('is refused in a Type I engagement (gate D4)', () => {
    const typeOne = changed(designed, 'engagement', 'engagement-1', { type: 'I' });
    expect(refusalOf(startTest(contextOf(typeOne), input)).code).toBe('D4');
  });

  it('makes another test only where it is asked for', () => {
    const { state } = startedState();
    expect(refusalOf(startTest(contextOf(state), input)).code).toBe('already-exists');
    const done = taken(state, startTest(contextOf(state), { ...input, another: true }));
    expect(operatingTests(done, 'control-1')).toHaveLength(2);
    expect(all(done, 'workpaper').at(-1)).toMatchObject({
      ref: 'CC6-03',
      kind: 'operating',
      status: 'inProgress',
    });
  });

  it.each([
    ['no attribute', [], 'The test has no attribute.'],
    ['a key twice', [...attributes, { key: 'A', text: 'Again' }], 'Two attributes have the same key.'],
    ['no text', [{ key: 'A', text: ' ' }], 'An attribute has no key or no text.'],
    [
      'an open placeholder',
      [{ key: 'A', text: 'Within {{hours}} hours' }],
      'Attribute A has an open placeholder.',
    ],
  ])('refuses %s', (_, wrong, message) => {
    expect(refusalOf(startTest(contextOf(designed), { ...input, attributes: wrong })).message).toBe(message);
  });
});

describe('setting attributes', () => {
  const { state } = startedState();
  const setTo = (texts: readonly AttributeText[], at = state) =>
    setAttributes(contextOf(at), { testId: 'test-operating', attributes: texts });

  it('corrects, adds and withdraws', () => {
    const done = taken(
      state,
      setTo([
        { key: 'A', text: 'Corrected' },
        { key: 'C', text: 'No log-in after' },
      ]),
    );
    expect(attributesOf(done, 'test-operating').map(({ key, text }) => [key, text])).toEqual([
      ['A', 'Corrected'],
      ['C', 'No log-in after'],
    ]);
    expect(all(done, 'attribute')).toHaveLength(3);
  });

  it('sets and clears the tick-mark of an attribute, and leaves it where none is named', () => {
    const marks = (at: typeof state) => attributesOf(at, 'test-operating').map(({ tickmark }) => tickmark);
    const marked = taken(
      state,
      setTo(attributes.map((attribute, index) => ({ ...attribute, tickmark: index === 0 ? ' † ' : 'TB' }))),
    );
    expect(marks(marked)).toEqual(['†', 'TB']);
    const texts = attributes.map(({ key }) => ({ key, text: `Again ${key}` }));
    const corrected = taken(marked, setTo(texts, marked));
    expect(marks(corrected)).toEqual(['†', 'TB']);
    const cleared = texts.map((attribute) => ({ ...attribute, tickmark: '' }));
    expect(marks(taken(corrected, setTo(cleared, corrected)))).toEqual(['', '']);
  });

  it('refuses one tick-mark for two attributes', () => {
    const same = attributes.map((attribute) => ({ ...attribute, tickmark: '†' }));
    expect(refusalOf(setTo(same)).message).toBe('The tick-mark † stands for two attributes.');
  });

  it('writes nothing where nothing changes', () => {
    const same = attributesOf(state, 'test-operating').map(({ key, text }) => ({ key, text }));
    expect(setTo(same)).toMatchObject({ ok: true, value: { ops: [] } });
  });

  it('keeps an attribute that has results', () => {
    const tested = testedState();
    expect(refusalOf(setTo([{ key: 'A', text: 'Only this' }], tested.state)).message).toBe(
      'Attribute B has recorded results and is not taken away.',
    );
  });
});
