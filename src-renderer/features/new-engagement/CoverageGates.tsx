import { useState } from 'react';
import type { Ref } from 'react';
import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import { addDays, addMonths, earliestTypeIIEnd, formatDate } from '../../../shared/lib/plain-date.ts';
import { gateMessage } from '../../app/gate-messages.ts';
import type { GateAction, GateMessage } from '../../ui/gate/gate-message.ts';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { dateOf } from './engagement-draft.ts';
import type { EngagementDraft } from './engagement-draft.ts';
import { WHY } from './messages.ts';
import styles from './Step.module.css';

interface CoverageGatesProps {
  readonly findings: readonly Refusal[];
  readonly draft: EngagementDraft;
  readonly change: (values: Partial<EngagementDraft>) => void;
  readonly bannerRef: Ref<HTMLDivElement>;
}

/** What the rules say to dates and categories as they are typed, with the ways out. */
export function CoverageGates({ findings, draft, change, bannerRef }: CoverageGatesProps) {
  const [why, setWhy] = useState<string>();
  const messages = findings.map((finding) => messageOf(finding, draft, change, setWhy));
  return (
    <>
      <GateBanner ref={bannerRef} gates={messages} title="The dates do not fit yet" />
      {why !== undefined && findings.some((finding) => finding.code === why) ? (
        <p className={styles['why']}>{WHY[why]}</p>
      ) : null}
    </>
  );
}

function messageOf(
  finding: Refusal,
  draft: EngagementDraft,
  change: (values: Partial<EngagementDraft>) => void,
  setWhy: (code: string) => void,
): GateMessage {
  const { code } = finding;
  const explain: GateAction = {
    kind: 'link',
    label: 'Why this rule',
    onPress: () => {
      setWhy(code);
    },
  };
  const message = gateMessage(finding, [...waysOut(code, draft, change), explain]);
  // The headline of E2 says the rule already; the fact alone follows.
  const fact = message.message.replace(' A Type II period must be at least six months; the', '; the');
  if (finding.kind === 'block') return { ...message, message: fact.replace('six months.;', 'six months;') };
  const recorded = draft.reasons[code];
  if (recorded !== undefined)
    return { ...message, message: `${message.message} Reason recorded: ${recorded}` };
  return {
    ...message,
    reason: {
      label: 'Reason',
      actionLabel: 'Record reason',
      leastLength: 10,
      onRecord: (reason) => {
        change({ reasons: { ...draft.reasons, [code]: reason } });
      },
    },
  };
}

function waysOut(
  code: string,
  draft: EngagementDraft,
  change: (values: Partial<EngagementDraft>) => void,
): readonly GateAction[] {
  if (code === 'E3')
    return [
      {
        label: 'Add Security',
        onPress: () => {
          change({ categories: ['Security', ...draft.categories] });
        },
      },
    ];
  const start = dateOf(draft.periodStart);
  if (code !== 'E2' || start === null) return [];
  const earliest = earliestTypeIIEnd(start);
  const year = addDays(addMonths(start, 12), -1);
  return [
    {
      label: `Use ${formatDate(earliest)}`,
      onPress: () => {
        change({ periodEnd: earliest });
      },
    },
    {
      label: `Use ${formatDate(year)}, 12 months`,
      onPress: () => {
        change({ periodEnd: year });
      },
    },
  ];
}
