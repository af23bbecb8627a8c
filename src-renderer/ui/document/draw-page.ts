import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { MOST_PIXELS } from './pdf-source.ts';

/**
 * Draws a page and the text over it into `frame`, and gives back the function that stops the drawing and takes
 * both away again.
 */
export function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  frame: HTMLElement,
  textClass: string,
): () => void {
  let stop = (): void => undefined;
  const wanted = { now: true };
  const isWanted = (): boolean => wanted.now;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (!isWanted()) return;
    const canvas = canvasFor(page, scale);
    const task = page.render({
      canvas,
      viewport: page.getViewport({ scale: scale * densityOf(page, scale) }),
    });
    stop = () => {
      task.cancel();
    };
    await task.promise;
    const text = await textOver(page, scale, textClass);
    if (isWanted()) frame.replaceChildren(canvas, text);
  };
  draw().catch((error: unknown) => {
    const isCancelled = error instanceof Error && error.name === 'RenderingCancelledException';
    if (isWanted() && !isCancelled) frame.textContent = `Page ${String(number)} cannot be drawn.`;
  });
  return () => {
    wanted.now = false;
    stop();
    frame.replaceChildren();
  };
}

function canvasFor(page: PDFPageProxy, scale: number): HTMLCanvasElement {
  const viewport = page.getViewport({ scale: scale * densityOf(page, scale) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** Device pixels per CSS pixel, less where the canvas would exceed its cap. */
function densityOf(page: PDFPageProxy, scale: number): number {
  const { width, height } = page.getViewport({ scale });
  return Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
}

async function textOver(page: PDFPageProxy, scale: number, textClass: string): Promise<HTMLElement> {
  const { TextLayer } = await import('pdfjs-dist');
  const container = document.createElement('div');
  container.className = textClass;
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container,
    viewport: page.getViewport({ scale }),
  });
  await layer.render();
  return container;
}
