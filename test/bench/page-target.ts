import { z } from 'zod';

const targets = z.array(z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }));
const reply = z.object({ result: z.object({ result: z.object({ value: z.number().optional() }) }) });

const POLL_MS = 20;

/** When the page has painted and all its marks are set, as milliseconds since the epoch; 0 until then. */
const reached = (marks: readonly string[]): string => `(() => {
  const names = ${JSON.stringify(['first-contentful-paint', ...marks])};
  const entries = names.map((name) => performance.getEntriesByName(name)[0]);
  if (entries.includes(undefined)) return 0;
  return performance.timeOrigin + Math.max(...entries.map((entry) => entry.startTime));
})()`;

/**
 * Asks a started Electron, over its debugging port, when its page had painted its content and set the marks. The
 * question comes after the event, so asking costs the measured program nothing.
 */
export async function pageReached(port: number, marks: readonly string[], deadline: number): Promise<number> {
  while (Date.now() < deadline) {
    const address = await pageAddress(port);
    const painted = address === null ? 0 : await evaluate(address, reached(marks));
    if (painted > 0) return painted;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('the page did not paint in time');
}

async function pageAddress(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const page = targets.parse(await answer.json()).find((target) => target.type === 'page');
    return page?.webSocketDebuggerUrl ?? null;
  } catch {
    // Not listening yet.
    return null;
  }
}

function evaluate(address: string, expression: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }),
      ),
    );
    socket.addEventListener('message', (event) => {
      socket.close();
      const parsed = reply.safeParse(JSON.parse(String(event.data)));
      resolve(parsed.success ? (parsed.data.result.result.value ?? 0) : 0);
    });
    socket.addEventListener('error', () => reject(new Error('the debugging port closed')));
  });
}
