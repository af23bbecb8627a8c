import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** The largest canvas of a page in pixels; a page that needs more is drawn coarser. */
export const MOST_PIXELS = 25_000_000;

/** An open document and the function that gives its memory and worker back. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a PDF from its bytes with the reader that ships with the program: no network, no scripts of the document,
 * no XFA forms, no WebAssembly. (The reader evaluates no code of its own since its version 5.)
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerSrc = workerUrl;
  const data = new URL('./pdf-data/', document.baseURI).href;
  const task = pdf.getDocument({
    // The reader takes the buffer over; the caller's bytes stay.
    data: bytes.slice(),
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    wasmUrl: `${data}wasm/`,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    disableWorkerRendering: true,
    canvasMaxAreaInBytes: MOST_PIXELS * 4,
    maxImageSize: MOST_PIXELS,
  });
  const opened = await task.promise;
  return {
    document: opened,
    close: () => {
      void task.destroy();
    },
  };
}
