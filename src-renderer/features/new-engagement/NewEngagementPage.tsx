import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { WizardFrame } from '../../ui/frame/WizardFrame.tsx';
import { ClientStep } from './ClientStep.tsx';
import { EMPTY_DRAFT, faultsOf, STEP_IDS, withFirm } from './engagement-draft.ts';
import type { EngagementDraft, StepId } from './engagement-draft.ts';
import { FileStep } from './FileStep.tsx';
import { STEP_WORDS } from './messages.ts';
import { ReportStep } from './ReportStep.tsx';
import { ScopeStep } from './ScopeStep.tsx';
import styles from './Step.module.css';
import { goOnWords, stepDetail } from './step-words.ts';
import { TeamStep } from './TeamStep.tsx';
import { useCreateEngagement } from './use-create-engagement.ts';

/** A new engagement in five steps; nothing is written until the last. */
export function NewEngagementPage() {
  const { go } = useGo();
  const wizard = useWizard();
  const { step, index, draft } = wizard;
  const { create, run } = useCreateEngagement();
  const words = STEP_WORDS[step];
  return (
    <WizardFrame
      title="New engagement"
      steps={STEP_IDS.map((id, position) => ({
        id,
        label: STEP_WORDS[id].label,
        detail: stepDetail(id, draft),
        state: position < index ? 'done' : position === index ? 'current' : 'later',
      }))}
      hint="Everything but the client can be changed until the first sample is drawn."
      statusNote="Nothing is written until the last step"
      onClose={() => {
        go('/');
      }}
      footer={
        <WizardFooter
          wizard={wizard}
          isBusy={create.isBusy}
          onFinish={() => {
            run(draft);
          }}
        />
      }
    >
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <div>
          <h1 className={styles['title']}>{words.title}</h1>
          <p className={styles['text']}>{words.text}</p>
        </div>
        <StepBody wizard={wizard} />
        {step === 'file' ? (
          <CommandBanner
            command={create}
            title="The engagement cannot be created yet"
            failed="The engagement was not created"
          />
        ) : null}
      </form>
    </WizardFrame>
  );
}

interface Wizard {
  readonly step: StepId;
  readonly index: number;
  readonly draft: EngagementDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly isAsked: boolean;
  readonly change: (values: Partial<EngagementDraft>) => void;
  readonly move: (by: 1 | -1) => void;
  /** Names what is missing, and moves focus there. */
  readonly ask: () => void;
  readonly bannerRef: RefObject<HTMLDivElement | null>;
}

function useWizard(): Wizard {
  const firm = useQuery('firm.get', {});
  const [typed, setTyped] = useState(EMPTY_DRAFT);
  const [index, setIndex] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const bannerRef = useRef<HTMLDivElement>(null);
  const draft = withFirm(typed, firm.data ?? null);
  const step = STEP_IDS[index] ?? 'client';
  return {
    ...{ step, index, draft, isAsked, bannerRef },
    faults: faultsOf(step, draft),
    change: (values) => {
      setTyped({ ...draft, ...values });
    },
    move: (by) => {
      setIndex(index + by);
      setAsked(false);
    },
    ask: () => {
      setAsked(true);
      requestAnimationFrame(() => {
        const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
        (bannerRef.current ?? field)?.focus();
      });
    },
  };
}

function StepBody({ wizard }: { readonly wizard: Wizard }) {
  const { step, draft, change, isAsked, bannerRef } = wizard;
  const props = { draft, change, faults: isAsked ? wizard.faults : {} };
  switch (step) {
    case 'client':
      return <ClientStep {...props} />;
    case 'report':
      return <ReportStep {...props} isAsked={isAsked} bannerRef={bannerRef} />;
    case 'scope':
      return <ScopeStep {...props} bannerRef={bannerRef} />;
    case 'team':
      return <TeamStep {...props} />;
    case 'file':
      return <FileStep {...props} />;
  }
}

interface WizardFooterProps {
  readonly wizard: Wizard;
  readonly isBusy: boolean;
  readonly onFinish: () => void;
}

function WizardFooter({ wizard, isBusy, onFinish }: WizardFooterProps) {
  const { index, faults, move, ask } = wizard;
  const next = STEP_IDS[index + 1];
  const isBlocked = Object.keys(faults).length > 0;
  const onNext =
    next === undefined
      ? onFinish
      : () => {
          move(1);
        };
  return (
    <>
      {index === 0 ? (
        <span />
      ) : (
        <ActionButton
          label="Back"
          icon={IconArrowLeft}
          onPress={() => {
            move(-1);
          }}
        />
      )}
      <div className={styles['footRight']}>
        <span aria-live="polite">{isBlocked ? goOnWords(faults) : ''}</span>
        <ActionButton
          label={next === undefined ? 'Create engagement' : STEP_WORDS[next].label}
          kind="filled"
          isBlocked={isBlocked}
          isBusy={isBusy}
          {...(next === undefined ? {} : { trailingIcon: IconArrowRight })}
          onPress={isBlocked ? ask : onNext}
        />
      </div>
    </>
  );
}
