import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { useInstantWords } from '../../../app/use-instant-words.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { FieldRow } from '../../../ui/form/FormField.tsx';
import { FactList, ReadOnlyField } from '../../../ui/form/ReadOnlyField.tsx';
import { SegmentedChoice } from '../../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import { countOf, formatPercent } from '../../../ui/text/format-number.ts';
import type { InstantWords } from '../../../ui/text/instant-words.ts';
import { PlanWarning } from './PlanWarning.tsx';
import { ReasonForm } from '../population/ReasonForm.tsx';
import styles from './Sample.module.css';
import { actWords, BASES, METHODS, PLAN_STATES } from './sample-words.ts';
import type { Plan } from './sample-words.ts';

interface PlanCardProps {
  readonly plan: Plan;
  /** The list from which it draws, where the control has several. */
  readonly list: string | undefined;
}

/** A plan on record with its next step: approval by a second person, the draw, or its end. */
export function PlanCard({ plan, list }: PlanCardProps) {
  const words = useInstantWords();
  return (
    <Card
      title={[plan.parentId === null ? 'Plan' : 'Expansion', list ?? ''].filter(Boolean).join(', ')}
      aside={<StatusChip {...PLAN_STATES[plan.status]} />}
    >
      <div className={styles['stack']}>
        <SegmentedChoice
          label="Basis"
          choices={BASES}
          value={plan.basis}
          onChange={() => undefined}
          isReadOnly
        />
        <Rates plan={plan} />
        <FactList facts={factsOf(plan, words)} />
        <PlanRemarks plan={plan} />
        <PlanSteps plan={plan} />
      </div>
    </Card>
  );
}

function Rates({ plan: { rates } }: { readonly plan: Plan }) {
  if (rates === null) return null;
  return (
    <FieldRow columns={3}>
      <ReadOnlyField label="Risk" value={formatPercent(rates.risk / 100)} />
      <ReadOnlyField label="Tolerable rate" value={formatPercent(rates.tolerableRate / 100)} />
      <ReadOnlyField label="Expected rate" value={formatPercent(rates.expectedRate / 100)} />
    </FieldRow>
  );
}

function factsOf(
  plan: Plan,
  words: InstantWords,
): readonly { readonly label: string; readonly value: string }[] {
  const computed = plan.chosenSize === plan.computedSize ? '' : `; ${String(plan.computedSize)} computed`;
  return [
    { label: 'Size', value: `${countOf(plan.chosenSize, 'item')}${computed}` },
    { label: 'Method', value: METHODS.find(({ value }) => value === plan.method)?.label ?? plan.method },
    { label: 'Seed', value: plan.seed ?? '' },
    { label: 'Stratum', value: plan.stratumColumn ?? '' },
    {
      label: 'Own division',
      value: plan.allocation.map(({ stratum, items }) => `${stratum} ${String(items)}`).join(', '),
    },
    { label: 'Selected', value: plan.selectionReason ?? '' },
    { label: 'Proposed', value: actWords(words, plan.proposedAt, plan.proposedBy) },
    { label: 'Approved', value: actWords(words, plan.approvedAt, plan.approvedBy) },
    { label: 'Fewer because', value: plan.overrideReason ?? '' },
    { label: 'Stop rule', value: plan.stopRule ?? '' },
    { label: 'Risk of both stages', value: riskWords(plan) },
    { label: 'Reason', value: plan.statusReason ?? '' },
  ].filter(({ value }) => value !== '');
}

/** The exact risk of relying after the expansion, beside the one that was planned. */
function riskWords({ expandedRisk, rates }: Plan): string {
  if (expandedRisk === null || rates === null) return '';
  const isKept = expandedRisk * 10_000 <= rates.risk;
  const planned = formatPercent(rates.risk / 100);
  return `${formatPercent(expandedRisk * 100)}, ${isKept ? `within the ${planned} planned` : `above the ${planned} planned`}`;
}

/** What the method may miss, and what the list still shows; neither stops the draw. */
function PlanRemarks({ plan }: { readonly plan: Plan }) {
  const { warnings, openFindings, drawnAt, status } = plan;
  const when = drawnAt === null ? 'The list has open findings' : 'Open when the sample was drawn';
  const isShown = status !== 'superseded' || drawnAt !== null;
  return (
    <>
      {warnings.map((warning) => (
        <PlanWarning key={warning} label="Method" words={warning} />
      ))}
      {isShown && openFindings.length > 0 ? (
        <PlanWarning
          label={when}
          words={`${openFindings.join('; ')}${drawnAt === null ? '. Accept them with a reason on the Population tab before the draw.' : ''}`}
        />
      ) : null}
    </>
  );
}

function PlanSteps({ plan }: { readonly plan: Plan }) {
  const approve = useGatedCommand('sampling.approve', { takesReasons: true });
  const draw = useGatedCommand('sampling.draw', { takesReasons: true });
  const [isAsking, setAsking] = useState(false);
  const target = { planId: plan.id, revision: plan.revision };
  if (plan.status === 'superseded') return null;
  return (
    <>
      <CommandBanner command={approve} title="The plan is not approved" failed="The plan was not approved" />
      <CommandBanner command={draw} title="The sample is not drawn" failed="The sample was not drawn" />
      <div className={styles['buttons']}>
        {plan.status === 'proposed' ? (
          <ActionButton
            label="Approve plan"
            kind="filled"
            isBusy={approve.isBusy}
            onPress={() => {
              approve.run(target);
            }}
          />
        ) : null}
        {plan.status === 'approved' ? (
          <ActionButton
            label="Draw sample"
            kind="filled"
            isBusy={draw.isBusy}
            onPress={() => {
              draw.run(target);
            }}
          />
        ) : null}
        <ActionButton
          label="Supersede plan"
          kind="quiet"
          onPress={() => {
            setAsking(true);
          }}
        />
      </div>
      {isAsking ? (
        <Supersede
          plan={plan}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function Supersede({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const supersede = useGatedCommand('sampling.supersede', { takesReasons: true });
  return (
    <>
      <CommandBanner command={supersede} title="The plan stays" failed="The plan was not superseded" />
      <ReasonForm
        label="Supersede plan"
        consequence="The plan and what it drew stay on record; a new plan is needed"
        isBusy={supersede.isBusy}
        onClose={onClose}
        onReason={(reason) => {
          supersede.run({ planId: plan.id, revision: plan.revision, reason }, onClose);
        }}
      />
    </>
  );
}
