import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { openPdf } from './pdf-source.ts';

/** The state of a document that is being opened. */
export type PdfState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; readonly sizes: readonly PageSize[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** The size of a page in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Pages whose own size is read; later ones take the size of the last one read until they are drawn. */
const PAGES_MEASURED = 60;

/** Opens a document and keeps it open as long as the component shows these bytes. */
export function usePdf(bytes: Uint8Array | undefined): PdfState {
  const [state, setState] = useState<PdfState>({ kind: 'opening' });
  useEffect(() => {
    if (bytes === undefined) return undefined;
    let isWanted = true;
    let close = (): void => undefined;
    setState({ kind: 'opening' });
    const open = async (): Promise<void> => {
      const opened = await openPdf(bytes);
      close = opened.close;
      const sizes = await pageSizes(opened.document);
      if (isWanted) setState({ kind: 'open', document: opened.document, sizes });
      else close();
    };
    open().catch((error: unknown) => {
      if (isWanted)
        setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      isWanted = false;
      close();
    };
  }, [bytes]);
  return state;
}

async function pageSizes(document: PDFDocumentProxy): Promise<readonly PageSize[]> {
  const sizes: PageSize[] = [];
  for (let number = 1; number <= Math.min(document.numPages, PAGES_MEASURED); number += 1) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  const last = sizes.at(-1) ?? { width: 612, height: 792 };
  while (sizes.length < document.numPages) sizes.push(last);
  return sizes;
}
