import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextLink } from '../../../ui/button/TextLink.tsx';
import { shownDate } from '../../../ui/form/typed-date.ts';
import { Card, CardRow } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import { countOf, formatCount } from '../../../ui/text/format-number.ts';
import { TargetEvidence } from '../evidence/TargetEvidence.tsx';
import { IpeTestForm } from './IpeTestForm.tsx';
import { ipeTitle } from './population-words.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';

/** Tests of completeness and accuracy of the list. */
export function IpeTests({ population }: { readonly population: Population }) {
  const [isAdding, setAdding] = useState(false);
  const withdraw = useGatedCommand('population.withdrawIpeTest', { takesReasons: true });
  const { ipeTests } = population;
  const isOpen = population.status === 'received';
  return (
    <Card title="Completeness and accuracy" aside={countOf(ipeTests.length, 'test')} isFlush>
      <CommandBanner command={withdraw} title="The test stays" failed="The test was not taken back" />
      {ipeTests.length === 0 && !isAdding ? (
        <EmptyState sentence="At least one test of completeness, from the system to the list, and one of accuracy, from the list to the system." />
      ) : null}
      {ipeTests.map((test) => (
        <CardRow key={test.id}>
          <div className={styles['entry']}>
            <div className={styles['entryHead']}>
              <StatusWord kind={test.result === 'pass' ? 'done' : 'blocks'} label={ipeTitle(test)} />
              {isOpen ? (
                <TextLink
                  label="Take back"
                  spokenLabel={`Take back ${ipeTitle(test)}`}
                  onPress={() => {
                    withdraw.run({ ipeTestId: test.id });
                  }}
                />
              ) : null}
            </div>
            <p className={styles['secondary']}>{test.detail}</p>
            <p className={styles['secondary']}>{testFacts(test)}</p>
            <TargetEvidence
              target={{ kind: 'ipeTest', id: test.id }}
              place="the test"
              count={test.evidenceCount}
            />
          </div>
        </CardRow>
      ))}
      {isAdding ? (
        <IpeTestForm
          populationId={population.id}
          onDone={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {isOpen && !isAdding ? (
        <CardRow>
          <ActionButton
            label="Add a test"
            icon={IconPlus}
            kind="quiet"
            onPress={() => {
              setAdding(true);
            }}
          />
        </CardRow>
      ) : null}
    </Card>
  );
}

function testFacts(test: Population['ipeTests'][number]): string {
  const result = test.result === 'pass' ? 'Agrees' : 'Does not agree';
  const counts = [
    test.countInSystem === null ? '' : `in the system ${formatCount(test.countInSystem)}`,
    test.countInFile === null ? '' : `in the file ${formatCount(test.countInFile)}`,
  ].filter((part) => part !== '');
  return [result, ...counts, `${test.performedBy}, ${shownDate(test.performedOn)}`].join(', ');
}
