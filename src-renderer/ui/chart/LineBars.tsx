import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { LINE_BAR_HEIGHT } from './bar-figures.ts';
import type { BarFigure } from './bar-figures.ts';

const TICK = { fill: 'var(--tm-ink2)', fontSize: 12 };

/** The drawing of lying bars; a chunk of its own, because it brings the chart library with it. */
export function LineBars({ bars }: { readonly bars: readonly BarFigure[] }) {
  const widest = Math.max(3, ...bars.map((bar) => bar.label.length));
  return (
    <ResponsiveContainer width="100%" height={bars.length * LINE_BAR_HEIGHT}>
      <BarChart
        data={[...bars]}
        layout="vertical"
        margin={{ top: 0, right: 34, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis type="number" hide domain={[0, 'dataMax']} />
        <YAxis
          type="category"
          dataKey="label"
          width={Math.min(120, widest * 7 + 10)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        <Bar dataKey="count" fill="var(--tm-accent-mark)" radius={2} barSize={10} isAnimationActive={false}>
          <LabelList dataKey="count" position="right" fill="var(--tm-ink)" fontSize={12} fontWeight={600} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
