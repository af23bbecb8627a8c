/** Batches that may be on their way before the reader waits. */
const BATCHES_UNDER_WAY = 4;

/** Counts the batches that were sent and not yet taken, so that a slow taker does not drown. */
export class UnderWay {
  private count = 0;
  private wake: (() => void) | null = null;

  sent(): void {
    this.count += 1;
  }

  taken(): void {
    this.count -= 1;
    this.wake?.();
    this.wake = null;
  }

  /** Waits until another batch may follow. */
  async settle(): Promise<void> {
    while (this.count > BATCHES_UNDER_WAY) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
