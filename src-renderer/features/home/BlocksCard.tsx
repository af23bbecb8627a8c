import { IconAlertSquareRounded, IconCircleCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { gateTitle, shownCode } from '../../app/gate-messages.ts';
import { targetPath } from '../../app/target-path.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import type { GateMessage } from '../../ui/gate/gate-message.ts';
import { GateListRow } from '../../ui/gate/GateRow.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { BLOCK_LINKS, NEXT_PLACE, NEXT_STEP } from './messages.ts';
import styles from './HomePage.module.css';

type Block = Output<'home.get'>['blocks'][number];

interface BlocksCardProps {
  readonly engagement: Output<'engagement.get'>;
  readonly blocks: readonly Block[];
  /** What of the present phase is not done yet, in words; empty where all is. */
  readonly left: string;
}

/** The gates of the present phase that do not hold, and the step that they guard. */
export function BlocksCard({ engagement, blocks, left }: BlocksCardProps) {
  const { go } = useGo();
  const card = useRef<HTMLDivElement>(null);
  const count = (kind: Block['kind']): number => blocks.filter((block) => block.kind === kind).length;
  const isBlocked = count('block') > 0;
  return (
    <div ref={card} className={styles['blocks']} tabIndex={-1}>
      <Card
        title="What blocks"
        icon={isBlocked ? IconAlertSquareRounded : IconCircleCheck}
        tone={isBlocked ? 'block' : 'plain'}
        aside={countWords(count('block'), count('warning'))}
        isFlush
      >
        {blocks.length === 0 ? (
          <div className={styles['note']}>{nothingBlocks(engagement.status)}</div>
        ) : null}
        {blocks.map((block, index) => (
          <GateListRow key={`${block.code}-${String(index)}`} gate={blockMessage(block, go)} />
        ))}
        <NextStep
          engagement={engagement}
          left={left}
          isBlocked={isBlocked}
          onBlocked={() => card.current?.focus()}
        />
      </Card>
    </div>
  );
}

interface NextStepProps {
  readonly engagement: Output<'engagement.get'>;
  readonly left: string;
  readonly isBlocked: boolean;
  readonly onBlocked: () => void;
}

/** The move to the next phase; while gates block, the button leads to them. */
function NextStep({ engagement, left, isBlocked, onBlocked }: NextStepProps) {
  const { go } = useGo();
  const move = useGatedCommand('engagement.move');
  const step = NEXT_STEP[engagement.status];
  const place = NEXT_PLACE[engagement.status];
  if (step === undefined && place === undefined) return null;
  const press = (): void => {
    if (place !== undefined) go(place.path);
    else if (isBlocked) onBlocked();
    else if (step !== undefined) move.run({ to: step.to });
  };
  return (
    <>
      <CommandBanner
        command={move}
        title="The engagement cannot move on yet"
        failed="The engagement did not move on"
      />
      <div className={styles['foot']}>
        <span>{nextWords(isBlocked, left)}</span>
        <ActionButton
          label={step?.label ?? place?.label ?? ''}
          kind={isBlocked || left !== '' ? 'default' : 'filled'}
          isBlocked={isBlocked && step !== undefined}
          isBusy={move.isBusy}
          onPress={press}
        />
      </div>
    </>
  );
}

function blockMessage(block: Block, go: (path: string) => void): GateMessage {
  const path = pathOf(block);
  const headline = block.subject === '' ? gateTitle(block.code) : withoutStop(block.message);
  return {
    code: shownCode(block.code),
    kind: block.kind,
    headline: block.subject === '' ? withoutStop(block.message) : headline,
    message: block.subject === '' ? block.next : block.subject,
    actions:
      path === undefined
        ? []
        : [
            {
              kind: 'link',
              label: BLOCK_LINKS[block.code] ?? 'Show',
              onPress: () => {
                go(path);
              },
            },
          ],
  };
}

/** Where the cause of a gate is put right. */
function pathOf(block: Block): string | undefined {
  if (block.code === 'P1') return '/controls';
  if (block.code === 'A3') return '/letters';
  if (block.code === 'A4') return '/acceptance';
  if (block.target !== null) return targetPath(block.target, block.workpaperId);
  return block.code.startsWith('L') ? '/report' : undefined;
}

function nextWords(isBlocked: boolean, left: string): string {
  if (isBlocked) return 'The next step opens when nothing blocks.';
  return left === '' ? 'The next step is open.' : `${left} The next step is open all the same.`;
}

function countWords(blocks: number, warnings: number): string {
  if (blocks + warnings === 0) return 'nothing';
  const parts = [
    ...(blocks === 0 ? [] : [`${String(blocks)} ${blocks === 1 ? 'blocks' : 'block'}`]),
    ...(warnings === 0 ? [] : [`${String(warnings)} ${warnings === 1 ? 'needs' : 'need'} a reason`]),
  ];
  return parts.join(', ');
}

function nothingBlocks(status: string): string {
  if (status === 'locked') return 'The file is locked. Only additions may be written.';
  if (status === 'cancelled') return 'The engagement was cancelled.';
  return 'Every gate of this phase holds.';
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
