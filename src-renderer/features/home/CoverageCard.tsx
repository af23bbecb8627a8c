import { IconGridDots } from '@tabler/icons-react';
import type { Output } from '../../app/client.ts';
import { heatRows } from '../../app/coverage-heat.ts';
import { targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { HeatMap } from '../../ui/chart/HeatMap.tsx';
import { Card } from '../../ui/page/Card.tsx';
import styles from './HomePage.module.css';

interface CoverageCardProps {
  readonly coverage: Output<'home.get'>['coverage'];
  readonly hasControls: boolean;
}

/** How far the tests of each criterion are. */
export function CoverageCard({ coverage, hasControls }: CoverageCardProps) {
  const { go } = useGo();
  const cells = coverage.flatMap((row) => row.cells);
  const concluded = cells.filter((cell) => cell.state === 'concluded').length;
  const words = `${String(concluded)} of ${String(cells.length)} concluded`;
  return (
    <Card title="Criteria coverage" icon={IconGridDots} aside={words} isFlush>
      <div className={styles['chart']}>
        <HeatMap
          label={`Tests concluded by criterion, ${words}`}
          scaleLabel="Tests concluded"
          rows={heatRows(coverage, hasControls)}
          onOpen={(id) => {
            go(targetPath({ entity: 'criterion', id }) ?? '/criteria');
          }}
        />
      </div>
    </Card>
  );
}
