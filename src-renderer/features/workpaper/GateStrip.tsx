import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { gateMessage } from '../../app/gate-messages.ts';
import type { Finding } from '../../app/gate-messages.ts';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import type { GateAction } from '../../ui/gate/gate-message.ts';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { aimedWay, CONCLUSION_WORDS, isOpenWay } from './conclusion-words.ts';
import type { Outlook } from './conclusion-words.ts';
import type { TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

interface GateStripProps {
  readonly grid: TestGrid;
  /** The next step out of a gate, by its code. */
  readonly actionsFor: (code: string) => readonly GateAction[];
  readonly ref: Ref<{ readonly focus: () => void }>;
}

/** What stands before the conclusion, each with the link to its cause; or what may be concluded. */
export function GateStrip({ grid, actionsFor, ref }: GateStripProps) {
  const outlook = useQuery('testing.outlook', { testId: grid.testId });
  const banner = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => banner.current?.focus() }));
  const message = (found: Finding) => gateMessage(found, actionsFor(found.code));
  return (
    <Answered query={outlook} what="what may be concluded" rows={3}>
      {(ways) => {
        const aim = aimedWay(ways, grid.counts.deviation);
        if (aim === undefined || isOpenWay(aim)) return <ReadyCard outlook={ways} />;
        return <GateBanner ref={banner} gates={aim.findings.map(message)} title="Cannot conclude yet" />;
      }}
    </Answered>
  );
}

function ReadyCard({ outlook }: { readonly outlook: Outlook }) {
  const open = outlook.filter(isOpenWay).map(({ conclusion }) => CONCLUSION_WORDS[conclusion].toLowerCase());
  return (
    <div className={styles['ready']}>
      <StatusWord kind="done" label="Nothing stands before the conclusion" />
      {open.length === 0 ? null : <p className={styles['quiet']}>It may be: {open.join('; ')}</p>}
    </div>
  );
}
