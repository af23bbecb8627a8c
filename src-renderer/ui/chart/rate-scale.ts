/** The scale of rates in per cent, from 0. */
export interface RateScale {
  readonly max: number;
  readonly ticks: readonly number[];
}

const STEPS = [0.5, 1, 2, 5, 10, 20, 25];

/** A scale from 0 that holds every rate and has four to five parts. */
export function rateScale(rates: readonly number[]): RateScale {
  const most = Math.min(100, Math.max(1, ...rates));
  const step = STEPS.find((candidate) => most / candidate <= 4) ?? 25;
  const max = Math.min(100, Math.ceil(most / step + 0.001) * step);
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step);
  return { max, ticks };
}

/** A label that wants to stand over `at` (0 to 1) and takes `width` (a fraction of the whole). */
export interface WantedLabel {
  readonly at: number;
  readonly width: number;
}

/** Where the middle of each label stands so that none covers another; given and returned in order of place. */
export function placeLabels(labels: readonly WantedLabel[], gap = 0.02): readonly number[] {
  const pushed = labels.reduce<readonly number[]>((places, { at, width }, index) => {
    const within = Math.max(width / 2, Math.min(1 - width / 2, at));
    const previous = places.at(-1);
    return [
      ...places,
      previous === undefined ? within : Math.max(within, previous + apart(labels, index, gap)),
    ];
  }, []);
  return pushed.reduceRight<readonly number[]>((places, place, index) => {
    const next = places[0];
    const latest =
      next === undefined ? 1 - (labels[index]?.width ?? 0) / 2 : next - apart(labels, index + 1, gap);
    return [Math.min(place, latest), ...places];
  }, []);
}

/** The least distance between the middles of a label and the one before it. */
function apart(labels: readonly WantedLabel[], index: number, gap: number): number {
  return ((labels[index - 1]?.width ?? 0) + (labels[index]?.width ?? 0)) / 2 + gap;
}
