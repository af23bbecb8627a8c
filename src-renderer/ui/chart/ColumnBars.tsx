import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { axisTicks, COLUMN_BARS_HEIGHT } from './bar-figures.ts';
import type { BarFigure } from './bar-figures.ts';

const TICK = { fill: 'var(--tm-ink2)', fontSize: 11 };

/** The drawing of standing bars; a chunk of its own, because it brings the chart library with it. */
export function ColumnBars({ bars }: { readonly bars: readonly BarFigure[] }) {
  const ticks = axisTicks(Math.max(0, ...bars.map((bar) => bar.count)));
  return (
    <ResponsiveContainer width="100%" height={COLUMN_BARS_HEIGHT}>
      <BarChart
        data={[...bars]}
        margin={{ top: 16, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--tm-rule)" />
        <XAxis
          dataKey="label"
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--tm-rule-strong)' }}
          interval={0}
          height={20}
        />
        <YAxis
          width={36}
          ticks={[...ticks]}
          domain={[0, ticks.at(-1) ?? 1]}
          tick={TICK}
          tickLine={false}
          axisLine={false}
        />
        <Bar
          dataKey="count"
          fill="var(--tm-accent-mark)"
          radius={[2, 2, 0, 0]}
          maxBarSize={28}
          isAnimationActive={false}
        >
          <LabelList dataKey="count" position="top" fill="var(--tm-ink)" fontSize={12} fontWeight={600} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
