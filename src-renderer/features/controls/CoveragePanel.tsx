import { IconGridDots } from '@tabler/icons-react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { heatRows } from '../../app/coverage-heat.ts';
import { HeatMap } from '../../ui/chart/HeatMap.tsx';
import { Card } from '../../ui/page/Card.tsx';
import styles from './ControlsPage.module.css';

/** The criteria at a glance; pressing one shows the controls that serve it. */
export function CoveragePanel({ onOpen }: { readonly onOpen: (criterion: string) => void }) {
  const home = useQuery('home.get', {});
  return (
    <Answered query={home} what="the criteria" rows={11} rowHeight={26}>
      {({ coverage }) => {
        const cells = coverage.flatMap((row) => row.cells);
        const open = cells.filter((cell) => cell.state === 'none').length;
        const words = open === 0 ? 'every criterion has a control' : `${String(open)} without a control`;
        return (
          <Card
            title="Coverage"
            icon={IconGridDots}
            tone={open === 0 ? 'plain' : 'block'}
            aside={words}
            isFlush
          >
            <div className={styles['map']}>
              <HeatMap
                label={`Criteria and their controls, ${words}`}
                scaleLabel="Tests concluded"
                rows={heatRows(coverage, true)}
                onOpen={(id) => {
                  const cell = cells.find((known) => known.id === id);
                  if (cell !== undefined) onOpen(cell.code);
                }}
              />
            </div>
          </Card>
        );
      }}
    </Answered>
  );
}
