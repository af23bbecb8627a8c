import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { HeatMap } from '../../../../src-renderer/ui/chart/HeatMap.tsx';
import { RateWithLimit } from '../../../../src-renderer/ui/chart/RateWithLimit.tsx';
import { GateBanner } from '../../../../src-renderer/ui/gate/GateBanner.tsx';
import type { GateMessage } from '../../../../src-renderer/ui/gate/gate-message.ts';
import { AttributeGrid } from '../../../../src-renderer/ui/grid/AttributeGrid.tsx';
import { Stamp } from '../../../../src-renderer/ui/stamp/Stamp.tsx';
import { stampWords } from '../../../../src-renderer/ui/stamp/stamp-words.ts';
import { StatusChip } from '../../../../src-renderer/ui/status/StatusChip.tsx';
import { DataTable } from '../../../../src-renderer/ui/table/DataTable.tsx';
import { gridAttributes, gridItems } from './grid/sample-grid.ts';

/** The markup of a component as the window would first draw it. */
function markup(children: ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{children}</MantineProvider>);
}

function text(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const GATE: GateMessage = {
  code: 'T2',
  kind: 'block',
  headline: 'A result in every cell',
  message: '4 cells are empty.',
  actions: [{ label: 'Next empty', onPress: () => undefined }],
};

describe('a status chip', () => {
  it('is a word with an icon that is not spoken', () => {
    const html = markup(<StatusChip kind="blocks" label="1 gate blocks" />);
    expect(html).toContain('aria-hidden="true"');
    expect(text(html)).toContain('1 gate blocks');
  });
});

describe('a gate banner', () => {
  it('says rule, fact, next step and code', () => {
    const words = text(markup(<GateBanner gates={[GATE]} title="Cannot conclude yet" />));
    expect(words).toMatch(/A result in every cell.*4 cells are empty\..*Next empty.*T2/);
  });

  it('counts several gates and speaks the whole message of each', () => {
    const other = {
      ...GATE,
      code: 'T4',
      message: 'The upper limit exceeds the tolerable rate.',
      short: 'Limit exceeds rate',
    };
    const html = markup(<GateBanner gates={[GATE, other]} title="Cannot conclude yet" />);
    expect(text(html)).toMatch(/Cannot conclude yet.*2 gates/);
    expect(html).toContain('aria-label="Limit exceeds rate. The upper limit exceeds the tolerable rate."');
  });

  it('is nothing when nothing is refused, and an alert only when asked to be', () => {
    expect(text(markup(<GateBanner gates={[]} title="Cannot conclude yet" />)).trim()).toBe('');
    expect(markup(<GateBanner gates={[GATE]} title="x" />)).not.toContain('role="alert"');
    expect(markup(<GateBanner gates={[GATE]} title="x" isAnnounced />)).toContain('role="alert"');
  });
});

describe('a stamp', () => {
  const signer = {
    initials: 'JS',
    name: 'J. S.',
    level: 'Reviewer',
    date: '7 Jul',
    time: '7 Jul 2026, 10:00',
    contentWords: 'stock-pole-until',
  };

  it('keeps a stale sign-off where it was and says what became of it', () => {
    const words = 'Reviewer: signed by J. S. on 7 Jul 2026, 10:00, stale, 2 changes';
    expect(stampWords({ ...signer, state: 'stale', changes: 2 })).toContain(words);
    const html = markup(<Stamp stamp={{ ...signer, state: 'stale', changes: 2 }} hasWords />);
    expect(html).toContain(words);
    expect(text(html)).toMatch(/JS 7 Jul.*stale, 2 changes/);
  });

  it('says that nobody signed, and which entry does not verify', () => {
    expect(text(markup(<Stamp stamp={{ state: 'none', level: 'Manager' }} />))).toContain('not signed');
    expect(stampWords({ ...signer, state: 'invalid', entry: '2,204' })).toContain(
      'the signature of entry 2,204 does not match',
    );
  });
});

describe('the attribute grid', () => {
  it('is a grid whose cells say item, attribute and result, with one of them in the tab order', () => {
    const html = markup(
      <AttributeGrid
        label="LA-02"
        keyLabel="Employee"
        items={gridItems('PD', 'N!')}
        columns={[]}
        attributes={gridAttributes(2)}
        filter={undefined}
        onFilter={() => undefined}
        onChange={() => undefined}
      />,
    );
    expect(html).toContain('role="grid"');
    expect(html).toContain('aria-label="Item 1, attribute B, attribute B: deviation"');
    expect(html).toContain('aria-label="Item 2, attribute B, attribute B: evidence missing"');
    expect(html.match(/tabindex="0"/g)).toHaveLength(1);
    expect(text(html)).toContain('No deviation, of items tested');
  });
});

describe('a rate', () => {
  it('states no limit where the basis is not statistical', () => {
    const words = text(
      markup(
        <RateWithLimit
          title="1 of 19 with a deviation"
          basis="90 % limit"
          rate={undefined}
          note="In words."
        />,
      ),
    );
    expect(words).not.toContain('limit');
    expect(words).toMatch(/1 of 19 with a deviation.*In words\./);
  });

  it('says in a sentence whether the limit exceeds the tolerable rate', () => {
    const html = markup(<RateWithLimit title="1 of 20" rate={{ found: 5, tolerable: 10, limit: 17.4 }} />);
    expect(html).toContain('which exceeds the tolerable rate.');
  });
});

describe('tables and maps', () => {
  it('a table that cannot be chosen from is no grid', () => {
    const columns = [{ id: 'key', label: 'Key', cell: (row: string) => row }];
    expect(
      markup(<DataTable label="Keys" columns={columns} rows={['a']} rowKey={(row) => row} />),
    ).not.toContain('role="grid"');
  });

  it('a criterion without a control says so', () => {
    const words = text(
      markup(
        <HeatMap
          label="Coverage"
          scaleLabel="Tests concluded"
          rows={[
            {
              code: 'CC9',
              label: 'Risk mitigation',
              cells: [
                {
                  id: 'x',
                  code: '9.2',
                  fullCode: 'CC9.2',
                  state: 'uncovered',
                  step: 0,
                  words: '0 of 1 tests concluded',
                },
              ],
            },
          ]}
          onOpen={() => undefined}
        />,
      ),
    );
    expect(words).toMatch(/CC 9\.2 : 0 of 1 tests concluded, no control/);
  });
});
