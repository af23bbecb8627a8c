/** Calls back once so many milliseconds have run; time while paused does not count. */
export class Stopwatch {
  private remaining: number;
  private startedAt = performance.now();
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  private readonly onTimeUp: () => void;

  constructor(milliseconds: number, onTimeUp: () => void) {
    this.remaining = milliseconds;
    this.onTimeUp = onTimeUp;
    this.resume();
  }

  pause(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.remaining -= performance.now() - this.startedAt;
  }

  resume(): void {
    if (this.isStopped || this.timer !== null) return;
    this.startedAt = performance.now();
    this.timer = setTimeout(this.onTimeUp, Math.max(0, this.remaining));
  }

  stop(): void {
    this.pause();
    this.isStopped = true;
  }
}
