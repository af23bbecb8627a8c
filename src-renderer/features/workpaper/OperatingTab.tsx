import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { gridQuestion } from './grid-view.ts';
import { PaperChrome } from './paper-chrome.tsx';
import type { PaperControl, PaperTab } from './paper-tabs.ts';
import { StartTest } from './StartTest.tsx';
import { TestBench } from './TestBench.tsx';

interface OperatingTabProps {
  readonly control: PaperControl;
  readonly testId: string;
  readonly onTab: (tab: PaperTab) => void;
}

/** The operating test: items by attributes, the evidence beside it, the rate, and what the conclusion may be. */
export function OperatingTab({ control, testId, onTab }: OperatingTabProps) {
  const grid = useQuery('testing.grid', gridQuestion(testId));
  const populations = useQuery('population.list', { controlId: control.id });
  return (
    <Answered query={grid} what="the operating test" rows={20} rowHeight={24}>
      {(data) => {
        if (data.attributes.length > 0 && data.items.length > 0)
          return (
            <TestBench control={control} grid={data} populations={populations.data ?? []} onTab={onTab} />
          );
        return (
          <>
            <PaperChrome control={control} tab="operating" />
            {data.attributes.length === 0 ? (
              <StartTest controlId={control.id} />
            ) : (
              <EmptyState
                sentence="The items of the sample stand here, each with its attributes, once the sample is drawn."
                action={{
                  label: 'Go to the sample',
                  onPress: () => {
                    onTab('sample');
                  },
                }}
              />
            )}
          </>
        );
      }}
    </Answered>
  );
}
